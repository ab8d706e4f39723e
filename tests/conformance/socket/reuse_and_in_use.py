# socket: a port that is listened on cannot be bound again (EADDRINUSE), after close it can.
import errno
import socket

server = socket.create_server(("127.0.0.1", 0))
address = server.getsockname()
other = socket.socket()
try:
    other.bind(address)
    other.listen()
except OSError as error:
    print(error.errno == errno.EADDRINUSE)
other.close()
server.close()
other = socket.socket()
other.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
print(other.getsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR) != 0, other.bind(address), other.getsockname() == address)
try:
    other.bind(("127.0.0.1", 0))
except OSError as error:
    print(error.errno == errno.EINVAL)
other.close()
try:
    socket.socket().bind(("192.0.2.1", 0))
except OSError as error:
    print(error.errno == errno.EADDRNOTAVAIL)
