# socket: a connected UDP socket receives only from its peer; sending where nobody is comes back as refused.
import socket

a, b, c = (socket.socket(socket.AF_INET, socket.SOCK_DGRAM) for _ in range(3))
for it in (a, b, c):
    it.bind(("127.0.0.1", 0))
    it.settimeout(0.5)
a.connect(b.getsockname())
c.sendto(b"from a stranger", a.getsockname())
b.sendto(b"from the peer", a.getsockname())
print(a.recv(100))
b.close()
a.send(b"to nobody")
try:
    a.recv(100)
except ConnectionRefusedError:
    print("ConnectionRefusedError")
for it in (a, c):
    it.close()
