# socket: Unix stream sockets live in the file tree; datagrams, too; a path in use is EADDRINUSE.
import errno
import os
import socket
import stat

server = socket.socket(socket.AF_UNIX)
server.bind("meeting")
server.listen()
print(stat.S_ISSOCK(os.stat("meeting").st_mode), server.getsockname())
client = socket.socket(socket.AF_UNIX)
client.connect("meeting")
peer, address = server.accept()
client.sendall(b"hello")
print(peer.recv(10), client.getpeername(), address in ("", b"", None))
try:
    socket.socket(socket.AF_UNIX).bind("meeting")
except OSError as error:
    print(error.errno == errno.EADDRINUSE)
for it in (client, peer, server):
    it.close()
for path in ("meeting", "absent"):
    try:
        socket.socket(socket.AF_UNIX).connect(path)
    except (ConnectionRefusedError, FileNotFoundError) as error:
        print(type(error).__name__)
a, b = (socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) for _ in range(2))
a.bind("a")
b.bind("b")
a.sendto(b"datagram", "b")
print(b.recvfrom(100))
a.close()
b.close()
