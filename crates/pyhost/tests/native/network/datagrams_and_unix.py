"""Owns what UDP and Unix sockets promise."""

import errno, os, socket, threading
# UDP
a = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); a.bind(("127.0.0.1", 0))
b = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); b.bind(("127.0.0.1", 0))
assert b.sendto(b"one", a.getsockname()) == 3
b.sendto(b"", 0, a.getsockname())
b.connect(a.getsockname()); b.send(b"three"); assert b.sendmsg([b"fo", b"ur"]) == 4
assert a.recvfrom(10) == (b"one", b.getsockname())
assert a.recvfrom(10) == (b"", b.getsockname())
assert a.recv(2) == b"th"  # the rest of a datagram is lost
data, ancillary, flags, address = a.recvmsg(100)
assert (data, ancillary, address) == (b"four", [], b.getsockname())
a.sendto(b"back", b.getsockname()); buffer = bytearray(8)
assert b.recvfrom_into(buffer) == (4, a.getsockname()) and buffer[:4] == b"back"
try: a.sendto(b"x" * 70000, b.getsockname())
except OSError as e: assert e.errno == errno.EMSGSIZE
else: raise AssertionError
a.close()
# Unix, stream and datagram
server = socket.socket(socket.AF_UNIX); server.bind("service.sock"); server.listen()
assert server.getsockname() == "service.sock" and os.path.exists("service.sock")
import stat; assert stat.S_ISSOCK(os.stat("service.sock").st_mode)
client = socket.socket(socket.AF_UNIX); client.connect("service.sock")
conn, address = server.accept(); assert address == "" and client.getpeername() == "service.sock"
client.sendall(b"hi"); assert conn.recv(5) == b"hi"
client.close(); assert conn.recv(5) == b""
server.close()
try: socket.socket(socket.AF_UNIX).connect("service.sock")
except ConnectionRefusedError: pass
else: raise AssertionError
os.unlink("service.sock")
try: socket.socket(socket.AF_UNIX).connect("service.sock")
except FileNotFoundError: pass
else: raise AssertionError
# a pair
x, y = socket.socketpair()
assert x.family == socket.AF_UNIX and x.type == socket.SOCK_STREAM
x.sendall(b"pair"); assert y.recv_into(memoryview(bytearray(3))) == 3 and y.recv(9) == b"r"
z = x.dup(); x.close(); z.send(b"!"); assert y.recv(1) == b"!"
w = socket.socket(fileno=z.detach()); assert (w.family, w.type) == (socket.AF_UNIX, socket.SOCK_STREAM)
w.shutdown(socket.SHUT_RDWR); assert y.recv(1) == b""
# IPv6, and both
if socket.has_ipv6:
    six = socket.create_server(("::1", 0), family=socket.AF_INET6)
    assert six.getsockname()[0] == "::1" and len(six.getsockname()) == 4
    c = socket.create_connection(six.getsockname()[:2]); conn, peer = six.accept()
    assert peer == c.getsockname()
    if socket.has_dualstack_ipv6():
        both = socket.create_server(("", 0), family=socket.AF_INET6, dualstack_ipv6=True)
        c = socket.create_connection(("127.0.0.1", both.getsockname()[1])); conn, peer = both.accept()
        assert peer[0] == "::ffff:127.0.0.1", peer
# options
s = socket.socket()
for level, name in [(socket.SOL_SOCKET, socket.SO_REUSEADDR), (socket.SOL_SOCKET, socket.SO_KEEPALIVE), (socket.IPPROTO_TCP, socket.TCP_NODELAY)]:
    assert s.getsockopt(level, name) == 0
    s.setsockopt(level, name, 1); assert s.getsockopt(level, name) == 1
assert s.getsockopt(socket.SOL_SOCKET, socket.SO_TYPE) == socket.SOCK_STREAM
s.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 8192); assert s.getsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF) >= 8192
try: s.getsockopt(socket.SOL_SOCKET, 12345)
except OSError as e: assert e.errno == errno.ENOPROTOOPT
# warnings, repr
import warnings, gc
with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter("always")
    del s; gc.collect()
assert len(seen) == 1 and seen[0].category is ResourceWarning and str(seen[0].message).startswith("unclosed <socket.socket fd="), seen
s = socket.socket(); text = repr(s); assert "family=2, type=1, proto=0" in text or "AF_INET" in text, text
import _socket; assert repr(_socket.socket()) .startswith("<socket object, fd=")
