# socket: getsockopt and setsockopt, type and family, protocol; an unknown option is an OSError.
import socket

with socket.socket() as tcp, socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as udp:
    print(tcp.getsockopt(socket.SOL_SOCKET, socket.SO_TYPE) == socket.SOCK_STREAM)
    print(udp.getsockopt(socket.SOL_SOCKET, socket.SO_TYPE) == socket.SOCK_DGRAM)
    tcp.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    print(tcp.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY) != 0)
    for size in (socket.SO_RCVBUF, socket.SO_SNDBUF):
        tcp.setsockopt(socket.SOL_SOCKET, size, 20_000)
        print(tcp.getsockopt(socket.SOL_SOCKET, size) >= 20_000)
    print(tcp.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR), tcp.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN))
    print(len(tcp.getsockopt(socket.SOL_SOCKET, socket.SO_TYPE, 4)))
    try:
        tcp.getsockopt(socket.SOL_SOCKET, 9999)
    except OSError as error:
        print(error.errno)
