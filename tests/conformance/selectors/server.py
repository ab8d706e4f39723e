# selectors: a server in one thread serves several clients by readiness alone.
import selectors
import socket
import threading

selector = selectors.DefaultSelector()
server = socket.create_server(("127.0.0.1", 0))
server.setblocking(False)
selector.register(server, selectors.EVENT_READ)
results = {}


def ask(n):
    with socket.create_connection(server.getsockname()) as connection:
        for word in (b"a%d" % n, b"b%d" % n):
            connection.sendall(word)
            results.setdefault(n, []).append(connection.recv(100))


threads = [threading.Thread(target=ask, args=(n,)) for n in range(4)]
for thread in threads:
    thread.start()
n_ended = 0
while n_ended < 4:
    for key, _ in selector.select():
        if key.fileobj is server:
            connection, _ = server.accept()
            connection.setblocking(False)
            selector.register(connection, selectors.EVENT_READ)
        elif data := key.fileobj.recv(100):
            key.fileobj.sendall(data.upper())
        else:
            selector.unregister(key.fileobj)
            key.fileobj.close()
            n_ended += 1
for thread in threads:
    thread.join()
print(sorted(results.items()))
server.close()
selector.close()
