# socket: a server with a thread for each client answers many clients at once.
import socket
import threading

server = socket.create_server(("127.0.0.1", 0))
results = []
all_connected = threading.Barrier(10)


def handle(connection):
    with connection:
        data = connection.recv(100)
        all_connected.wait()
        connection.sendall(data * 2)


def serve():
    for _ in range(10):
        threading.Thread(target=handle, args=(server.accept()[0],)).start()


def ask(n):
    with socket.create_connection(server.getsockname()) as connection:
        connection.sendall(b"%d" % n)
        results.append(connection.recv(100))


threads = [threading.Thread(target=serve)] + [threading.Thread(target=ask, args=(n,)) for n in range(10)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sorted(results))
server.close()
