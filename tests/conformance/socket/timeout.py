# socket.settimeout: accept, recv and connect raise TimeoutError after that time; None blocks, 0 does not wait.
import socket
import time

server = socket.create_server(("127.0.0.1", 0))
print(server.gettimeout(), socket.getdefaulttimeout(), socket.timeout is TimeoutError)
server.settimeout(0.05)
started = time.monotonic()
try:
    server.accept()
except TimeoutError:
    print("accept", 0.04 < time.monotonic() - started < 5)
client = socket.create_connection(server.getsockname(), timeout=0.05)
peer, _ = server.accept()
print(client.gettimeout(), peer.gettimeout())
try:
    client.recv(1)
except TimeoutError as error:
    print("recv", isinstance(error, OSError))
peer.sendall(b"x")
print(client.recv(1))
for bad in (-1, "1"):
    try:
        client.settimeout(bad)
    except (ValueError, TypeError) as error:
        print(type(error).__name__)
socket.setdefaulttimeout(3)
with socket.socket() as other:
    print(other.gettimeout())
for it in (client, peer, server):
    it.close()
