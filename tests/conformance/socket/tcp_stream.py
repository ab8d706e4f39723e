# socket: TCP is a stream without message borders; recv gives at most what is asked; MSG_PEEK leaves it there.
import socket

server = socket.create_server(("127.0.0.1", 0))
client = socket.create_connection(server.getsockname())
peer, _ = server.accept()
client.sendall(b"one")
client.sendall(b"two")
print(peer.recv(2), peer.recv(2, socket.MSG_PEEK), peer.recv(4, socket.MSG_WAITALL))
buffer = bytearray(10)
client.sendall(b"xyz")
print(peer.recv_into(buffer), bytes(buffer[:3]), peer.recv_into(memoryview(buffer)[:0]))
client.sendmsg([b"a", b"bc"])
print(peer.recv(3, socket.MSG_WAITALL))
for it in (client, peer, server):
    it.close()
