# socket: UDP keeps message borders; recvfrom tells the sender; what does not fit the buffer is lost.
import socket

a, b = (socket.socket(socket.AF_INET, socket.SOCK_DGRAM) for _ in range(2))
a.bind(("127.0.0.1", 0))
b.bind(("127.0.0.1", 0))
print(a.sendto(b"first", b.getsockname()), a.sendto(b"second message", b.getsockname()), a.sendto(b"", b.getsockname()))
data, sender = b.recvfrom(100)
print(data, sender == a.getsockname())
print(b.recvfrom(6)[0], b.recv(100))
a.connect(b.getsockname())
print(a.getpeername() == b.getsockname(), a.send(b"connected"), b.recv(100))
b.settimeout(0.03)
try:
    b.recvfrom(10)
except TimeoutError:
    print("TimeoutError")
a.close()
b.close()
