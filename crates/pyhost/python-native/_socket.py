"""The constants and errors of `_socket`, for native builds only.

On wasm the interpreter has a `_socket` of its own that cannot connect; natively it has none, and
the library imports it. Owns nothing that works: the class of sockets is `_vivarium_socket`'s.
"""

AF_UNSPEC, AF_UNIX, AF_INET, AF_INET6 = 0, 1, 2, 10
SOCK_STREAM, SOCK_DGRAM, SOCK_RAW = 1, 2, 3
SOCK_NONBLOCK, SOCK_CLOEXEC = 0o4000, 0o2000000
IPPROTO_IP, IPPROTO_ICMP, IPPROTO_TCP, IPPROTO_UDP, IPPROTO_IPV6 = 0, 1, 6, 17, 41
SOL_SOCKET, SOL_IP, SOL_TCP, SOL_UDP = 1, 0, 6, 17
SO_REUSEADDR, SO_TYPE, SO_ERROR, SO_BROADCAST, SO_SNDBUF, SO_RCVBUF = 2, 3, 4, 6, 7, 8
SO_KEEPALIVE, SO_LINGER, SO_REUSEPORT = 9, 13, 15
TCP_NODELAY = 1
IPV6_V6ONLY = 26
SHUT_RD, SHUT_WR, SHUT_RDWR = 0, 1, 2
SOMAXCONN = 4096
MSG_OOB, MSG_PEEK, MSG_WAITALL = 1, 2, 0x100
AI_PASSIVE, AI_CANONNAME, AI_NUMERICHOST, AI_ADDRCONFIG, AI_NUMERICSERV = 1, 2, 4, 0x20, 0x400
NI_NUMERICHOST, NI_NUMERICSERV = 1, 2
EAI_AGAIN, EAI_FAMILY, EAI_NONAME = -3, -6, -2
INADDR_ANY, INADDR_LOOPBACK, INADDR_BROADCAST = 0, 0x7F000001, 0xFFFFFFFF
has_ipv6 = False

error = OSError
timeout = TimeoutError


class herror(OSError):
    """An address that does not exist."""


class gaierror(OSError):
    """A name that does not resolve."""


class socket:
    """Takes the place of the class until `_vivarium_socket` has replaced it."""


SocketType = socket
_default_timeout = None


def getdefaulttimeout():
    """Return the time-out of new sockets."""
    return _default_timeout


def setdefaulttimeout(timeout):
    """Set the time-out of new sockets."""
    global _default_timeout
    _default_timeout = timeout


def gethostname():
    """Return this machine's name."""
    return "vivarium"


def getaddrinfo(*args, **kwargs):
    """Fail: there is no network."""
    raise gaierror(EAI_NONAME, "Name or service not known")


gethostbyname = gethostbyaddr = getnameinfo = getaddrinfo


def htons(x):
    """Turn a number of 16 bits round."""
    return int.from_bytes(x.to_bytes(2, "little"), "big")


def htonl(x):
    """Turn a number of 32 bits round."""
    return int.from_bytes(x.to_bytes(4, "little"), "big")


ntohs, ntohl = htons, htonl


def inet_aton(text):
    """Turn an IPv4 address into bytes."""
    return bytes(int(part) for part in text.split("."))


def inet_ntoa(address):
    """Turn bytes into an IPv4 address."""
    return ".".join(str(byte) for byte in address)
