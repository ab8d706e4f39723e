# socket.listen: clients connect before accept is called; accept gives them in the order of their arrival.
import socket

server = socket.create_server(("127.0.0.1", 0), backlog=5)
clients = [socket.create_connection(server.getsockname()) for _ in range(3)]
for n, client in enumerate(clients):
    client.sendall(b"client %d" % n)
for _ in clients:
    connection, _ = server.accept()
    print(connection.recv(100))
    connection.close()
for client in clients:
    client.close()
server.close()
