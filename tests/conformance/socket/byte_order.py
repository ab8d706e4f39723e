# socket: htons, ntohl and relatives; inet_aton and inet_ntoa convert addresses; bad ones are OSErrors.
import socket

print(socket.htons(1) in (1, 256), socket.ntohs(socket.htons(0x1234)) == 0x1234, socket.ntohl(socket.htonl(1)))
print(socket.inet_aton("127.0.0.1"), socket.inet_ntoa(b"\x0a\x00\x00\x01"))
for bad in ("256.1.1.1", "text"):
    try:
        socket.inet_aton(bad)
    except OSError:
        print("OSError")
try:
    socket.inet_ntoa(b"123")
except OSError:
    print("OSError")
