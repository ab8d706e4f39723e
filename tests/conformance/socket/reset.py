# socket: closing with unread data, or with SO_LINGER 0, resets the connection: the peer gets ConnectionResetError.
import socket
import struct
import time


def pair():
    with socket.create_server(("127.0.0.1", 0)) as server:
        client = socket.create_connection(server.getsockname())
        peer, _ = server.accept()
        return client, peer


client, peer = pair()
client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
client.close()
try:
    peer.recv(10)
except ConnectionResetError as error:
    print("linger", error.errno)
peer.close()
client, peer = pair()
client.sendall(b"never read")
peer.recv(1)
peer.close()
try:
    while client.recv(10):
        pass
    print("end")
except ConnectionResetError:
    print("unread")
client.close()
