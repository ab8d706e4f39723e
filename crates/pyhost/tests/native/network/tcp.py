"""Owns what TCP sockets promise: order, half close, back-pressure."""

import socket, threading
server = socket.create_server(("127.0.0.1", 0))
port = server.getsockname()[1]
assert 1024 <= port < 65536 and server.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN) == 1
big = bytes(range(256)) * 4096
def serve():
    conn, peer = server.accept()
    with conn:
        assert peer == conn.getpeername() and conn.getsockname() == ("127.0.0.1", port), peer
        lines = conn.makefile("rw", encoding="utf-8", newline="\n")
        assert lines.readline() == "grüße\n"
        lines.write("line 1\nline 2\n"); lines.flush(); lines.close()
        data = bytearray()
        while part := conn.recv(65536):
            data += part
        assert data == big, len(data)
        conn.sendall(b"got " + str(len(data)).encode())
thread = threading.Thread(target=serve); thread.start()
client = socket.create_connection(("localhost", port), timeout=10)
assert client.getpeername() == ("127.0.0.1", port) and client.gettimeout() == 10.0
client.sendall("grüße\n".encode())
assert client.recv(3, socket.MSG_PEEK) == b"lin"
assert client.recv(14, socket.MSG_WAITALL) == b"line 1\nline 2\n"
assert client.sendall(big) is None
client.shutdown(socket.SHUT_WR)
buffer = bytearray(20)
count = client.recv_into(buffer)
while (more := client.recv_into(memoryview(buffer)[count:])): count += more
assert buffer[:count] == b"got 1048576", buffer
client.close(); thread.join(); server.close()
assert client.fileno() == -1 and "[closed]" in repr(client)
try: client.send(b"x")
except OSError as e: assert e.errno == 9, e
else: raise AssertionError
