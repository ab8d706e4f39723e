# socket.socketpair: two connected sockets; each sees the other's end.
import socket

a, b = socket.socketpair()
print(a.family.name, a.type.name)
a.sendall(b"ping")
print(b.recv(10))
b.sendall(b"pong")
print(a.recv(10))
a.close()
print(b.recv(10))
try:
    b.send(b"x")
except BrokenPipeError:
    print("BrokenPipeError")
b.close()
c, d = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
c.send(b"1")
c.send(b"22")
print(d.recv(10), d.recv(10))
c.close()
d.close()
