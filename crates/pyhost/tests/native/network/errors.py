"""Owns the errors of sockets: refused, reset, unreachable, timed out."""

import errno, socket, struct, threading, time
def fails(kind, number, call, *args):
    try: call(*args)
    except OSError as e:
        assert type(e) is kind and e.errno == number, (kind, number, repr(e))
        return e
    raise AssertionError((kind, number))
s = socket.socket()
fails(ConnectionRefusedError, errno.ECONNREFUSED, s.connect, ("127.0.0.1", 9))
s = socket.socket()
assert s.connect_ex(("127.0.0.1", 9)) == errno.ECONNREFUSED
fails(OSError, errno.ENOTCONN, s.getpeername)
fails(BrokenPipeError, errno.EPIPE, s.send, b"x")
fails(OSError, errno.EAFNOSUPPORT, socket.socket, 999)
fails(OSError, errno.EPROTONOSUPPORT, socket.socket, socket.AF_INET, socket.SOCK_STREAM, 99)
a = socket.create_server(("127.0.0.1", 0))
fails(OSError, errno.EADDRINUSE, socket.socket().bind, a.getsockname())
fails(OSError, errno.EADDRNOTAVAIL, socket.socket().bind, ("192.0.2.1", 0))
fails(OSError, errno.EINVAL, a.bind, ("127.0.0.1", 0))
fails(OSError, errno.ENOTCONN, socket.socket().recv, 1)
fails(OSError, errno.EINVAL, socket.socket().accept)
e = fails(socket.gaierror, socket.EAI_NONAME, socket.getaddrinfo, "no-such-host.invalid", 80)
assert str(e) == "[Errno -2] Name or service not known", e
for bad, kind, text in [
    (("127.0.0.1",), TypeError, "AF_INET address must be a pair (host, port)"),
    ("127.0.0.1:80", TypeError, "connect(): AF_INET address must be tuple, not str"),
    (("127.0.0.1", 70000), OverflowError, "connect(): port must be 0-65535."),
    (("127.0.0.1", "80"), TypeError, "'str' object cannot be interpreted as an integer"),
    ((1, 80), TypeError, "str, bytes or bytearray expected, not int"),
]:
    try: socket.socket().connect(bad)
    except kind as e: assert str(e) == text, e
    else: raise AssertionError(bad)
# time-outs
client = socket.create_connection(a.getsockname())
peer, _ = a.accept()
client.settimeout(0.05)
start = time.monotonic()
e = fails(TimeoutError, None, client.recv, 1)
assert e.args == ("timed out",) and e.__class__ is socket.timeout and 0.04 < time.monotonic() - start < 2
a.settimeout(0.02); fails(TimeoutError, None, a.accept); a.settimeout(None)
client.setblocking(False)
assert client.gettimeout() == 0.0 and not client.getblocking()
fails(BlockingIOError, errno.EAGAIN, client.recv, 1)
sent = 0
try:
    while True: sent += client.send(b"x" * 100_000)
except BlockingIOError: pass
assert sent > 100_000
client.settimeout(0.05)
fails(TimeoutError, None, client.sendall, b"y" * 10_000_000)
# reset: bytes unread, and SO_LINGER 0
peer.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
assert struct.unpack("ii", peer.getsockopt(socket.SOL_SOCKET, socket.SO_LINGER, 8)) == (1, 0)
peer.close(); client.settimeout(5)
fails(ConnectionResetError, errno.ECONNRESET, client.recv, 1)
# broken pipe: the peer is gone, the second send says so
client = socket.create_connection(a.getsockname()); peer, _ = a.accept(); peer.close()
def send():
    for _ in range(3): client.send(b"x")
try: send()
except (BrokenPipeError, ConnectionResetError): pass
else: raise AssertionError
for value in (-1, float("nan")):
    try: client.settimeout(value)
    except ValueError: pass
    else: raise AssertionError(value)
try: client.recv(-1)
except ValueError as e: assert str(e) == "negative buffersize in recv"
try: client.recv_into(bytearray(2), 3)
except ValueError as e: assert str(e) == "buffer too small for requested bytes"
socket.setdefaulttimeout(3); assert socket.socket().gettimeout() == 3.0 and socket.getdefaulttimeout() == 3.0
socket.setdefaulttimeout(None)
# what is not CPython's: the note about this page's network, and the sentence about TLS
e = fails(socket.gaierror, socket.EAI_NONAME, socket.getaddrinfo, "www.python.org", 443)
assert "network of its own" in e.__notes__[0]
e = fails(OSError, errno.ENETUNREACH, socket.socket().connect, ("192.0.2.1", 80))
assert "network of its own" in e.__notes__[0]
import ssl
context = ssl.create_default_context()
assert context.verify_mode is ssl.CERT_REQUIRED and context.check_hostname and context.minimum_version is ssl.TLSVersion.TLSv1_2
context.check_hostname = False; context.verify_mode = ssl.CERT_NONE
try: context.wrap_socket(socket.create_connection(a.getsockname()), server_hostname="x")
except ssl.SSLError as e: assert "use http://" in str(e) and isinstance(e, OSError)
else: raise AssertionError
assert socket.gethostbyname(socket.gethostname()).startswith("127.")
