# socket: a closed one refuses everything; detach gives the descriptor away; dup makes a second one.
import socket

a, b = socket.socketpair()
copy = a.dup()
a.close()
copy.sendall(b"by the copy")
print(b.recv(100), a.fileno(), a._closed)
for call in (lambda: a.send(b"x"), lambda: a.recv(1), a.getsockname):
    try:
        call()
    except OSError as error:
        print(error.errno)
number = copy.detach()
print(copy.fileno(), number >= 0)
again = socket.socket(fileno=number)
print(again.family == b.family, again.type.name)
again.sendall(b"still open")
print(b.recv(100))
again.close()
print(b.recv(100))
b.close()
