# socket: connections waiting in the backlog are reset when the listener closes; new ones are refused.
import socket

server = socket.create_server(("127.0.0.1", 0))
address = server.getsockname()
client = socket.create_connection(address)
server.close()
try:
    print(client.recv(10))
except ConnectionResetError:
    print("ConnectionResetError")
try:
    socket.create_connection(address)
except ConnectionRefusedError:
    print("ConnectionRefusedError")
client.close()
