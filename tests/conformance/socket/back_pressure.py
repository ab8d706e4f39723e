# socket: a sender whose peer does not read is blocked when the buffers are full; non-blocking it gets BlockingIOError.
import socket

a, b = socket.socketpair()
a.setblocking(False)
total = 0
try:
    while True:
        total += a.send(b"x" * 65536)
except BlockingIOError:
    print("full", total > 0)
left = total
while left:
    left -= len(b.recv(min(left, 65536)))
print(a.send(b"room again"), b.recv(100))
a.setblocking(True)
a.settimeout(0.05)
try:
    while True:
        a.sendall(b"y" * 65536)
except TimeoutError:
    print("TimeoutError")
a.close()
b.close()
