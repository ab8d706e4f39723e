# socket: when a process is killed its connections end for the other side.
import socket
import subprocess
import sys

client = "import socket, sys, time; s = socket.create_connection(('127.0.0.1', int(sys.argv[1]))); s.sendall(b'here'); time.sleep(60)"
server = socket.create_server(("127.0.0.1", 0))
child = subprocess.Popen([sys.executable, "-c", client, str(server.getsockname()[1])])
connection, _ = server.accept()
print(connection.recv(10))
child.kill()
print(connection.recv(10), child.wait())
connection.close()
server.close()
