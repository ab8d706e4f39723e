# socket: connecting where nobody listens is ConnectionRefusedError; connect_ex returns the number instead.
import errno
import socket

with socket.socket() as probe:
    probe.bind(("127.0.0.1", 0))
    port = probe.getsockname()[1]
with socket.socket() as client:
    try:
        client.connect(("127.0.0.1", port))
    except ConnectionRefusedError as error:
        print(error.errno == errno.ECONNREFUSED, isinstance(error, OSError))
with socket.socket() as client:
    print(client.connect_ex(("127.0.0.1", port)) == errno.ECONNREFUSED)
try:
    socket.create_connection(("127.0.0.1", port))
except ConnectionRefusedError:
    print("create_connection, too")
with socket.socket() as client:
    for call in (lambda: client.send(b"x"), client.getpeername, lambda: client.recv(1)):
        try:
            call()
        except OSError as error:
            print(error.errno in (errno.ENOTCONN, errno.EPIPE))
