# socket.setblocking(False): accept and recv raise BlockingIOError when there is nothing; connect is in progress.
import errno
import select
import socket

server = socket.create_server(("127.0.0.1", 0))
server.setblocking(False)
print(server.getblocking(), server.gettimeout())
try:
    server.accept()
except BlockingIOError as error:
    print("accept", error.errno in (errno.EAGAIN, errno.EWOULDBLOCK))
client = socket.socket()
client.setblocking(False)
print(client.connect_ex(server.getsockname()) in (0, errno.EINPROGRESS))
select.select([server], [], [])
peer, _ = server.accept()
select.select([], [client], [])
print(client.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR), peer.getblocking())
try:
    client.recv(1)
except BlockingIOError:
    print("recv")
peer.sendall(b"now")
select.select([client], [], [])
print(client.recv(10))
for it in (client, peer, server):
    it.close()
