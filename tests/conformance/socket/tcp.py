# socket: a TCP server accepts a client; bytes go both ways; addresses agree; an empty recv is the end.
import socket
import threading

server = socket.create_server(("127.0.0.1", 0))
print(server.family.name, server.type.name, server.getsockname()[0], server.getsockname()[1] > 0)
found = []


def serve():
    connection, address = server.accept()
    with connection:
        found.append(connection.getpeername() == address)
        while data := connection.recv(1024):
            connection.sendall(data.upper())


thread = threading.Thread(target=serve)
thread.start()
with socket.create_connection(server.getsockname()) as client:
    print(client.getpeername() == server.getsockname(), client.send(b"hello"), client.recv(1024))
    client.sendall(b"more")
    print(client.recv(1024))
thread.join()
server.close()
print(found, server.fileno(), client.fileno())
