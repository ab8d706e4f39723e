"""Owns names and addresses: getaddrinfo and its relatives."""

import socket
S, D = socket.SOCK_STREAM, socket.SOCK_DGRAM
assert socket.getaddrinfo("127.0.0.1", 80, type=S) == [(socket.AF_INET, S, 6, "", ("127.0.0.1", 80))]
assert socket.getaddrinfo("::1", "http", type=S) == [(socket.AF_INET6, S, 6, "", ("::1", 80, 0, 0))]
kinds = [(f, t, p) for f, t, p, _, _ in socket.getaddrinfo("127.0.0.1", None)]
assert kinds == [(2, 1, 6), (2, 2, 17), (2, 3, 0)], kinds
assert socket.getaddrinfo(None, 8000, socket.AF_INET, S, 0, socket.AI_PASSIVE)[0][4] == ("0.0.0.0", 8000)
assert ("127.0.0.1", 5) in [a[4] for a in socket.getaddrinfo("localhost", 5)]
assert socket.getaddrinfo("127.0.0.1", 1, type=S, flags=socket.AI_CANONNAME)[0][3] == "127.0.0.1"
for args, number in [(("localhost", 1, socket.AF_INET, S, 0, socket.AI_NUMERICHOST), socket.EAI_NONAME),
                     (("127.0.0.1", "no-such-service"), socket.EAI_SERVICE), (("127.0.0.1", 1, socket.AF_INET6), socket.EAI_ADDRFAMILY),
                     ((None, None), socket.EAI_NONAME), (("127.0.0.1", 1, 77), socket.EAI_FAMILY), (("127.0.0.1", 1, 0, 99), socket.EAI_SOCKTYPE)]:
    try: socket.getaddrinfo(*args)
    except socket.gaierror as e: assert e.errno == number, (args, e)
    else: raise AssertionError(args)
assert socket.gethostbyname("localhost") == "127.0.0.1" and socket.gethostbyname("") == "0.0.0.0"
assert socket.gethostbyaddr("127.0.0.1")[0] == "localhost" and socket.getfqdn("127.0.0.1") == "localhost"
assert socket.getnameinfo(("127.0.0.1", 80), 0) == ("localhost", "http")
assert socket.getnameinfo(("127.0.0.1", 80), socket.NI_NUMERICHOST | socket.NI_NUMERICSERV) == ("127.0.0.1", "80")
assert socket.getservbyname("http") == 80 and socket.getservbyname("domain", "udp") == 53 and socket.getservbyport(443, "tcp") == "https"
assert socket.getprotobyname("tcp") == 6
assert socket.inet_aton("127.1") == b"\x7f\0\0\1" and socket.inet_ntoa(b"\1\2\3\4") == "1.2.3.4"
assert socket.inet_pton(socket.AF_INET6, "::1") == bytes(15) + b"\1" and socket.inet_ntop(socket.AF_INET6, bytes(16)) == "::"
assert socket.htons(1) == 256 and socket.ntohl(1) == 1 << 24
for call, kind in [(lambda: socket.inet_aton("1.2.3.256"), OSError), (lambda: socket.inet_pton(socket.AF_INET, "127.1"), OSError),
                   (lambda: socket.inet_ntoa(b"123"), OSError), (lambda: socket.htons(-1), OverflowError), (lambda: socket.htons(1 << 16), OverflowError),
                   (lambda: socket.getservbyname("nope"), OSError), (lambda: socket.inet_ntop(77, b""), ValueError)]:
    try: call()
    except kind: pass
    else: raise AssertionError
