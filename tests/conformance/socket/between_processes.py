# socket: a server in one process and clients in others talk over the loopback.
import socket
import subprocess
import sys

client = """
import socket, sys
with socket.create_connection(("127.0.0.1", int(sys.argv[1]))) as connection:
    connection.sendall(sys.argv[2].encode())
    print(connection.recv(100).decode())
"""
server = socket.create_server(("127.0.0.1", 0))
port = str(server.getsockname()[1])
children = [
    subprocess.Popen([sys.executable, "-c", client, port, name], stdout=subprocess.PIPE, text=True) for name in "ab"
]
for _ in children:
    connection, _ = server.accept()
    connection.sendall(b"hello " + connection.recv(100))
    connection.close()
print([child.communicate()[0].strip() for child in children])
server.close()
