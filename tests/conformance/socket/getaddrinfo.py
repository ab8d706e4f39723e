# socket.getaddrinfo: names and services become addresses to connect to; an unknown name is gaierror.
import socket

for family, kind, _, _, address in socket.getaddrinfo("127.0.0.1", 80, type=socket.SOCK_STREAM):
    print(family.name, kind.name, address)
infos = socket.getaddrinfo("localhost", "http", type=socket.SOCK_STREAM)
print(("127.0.0.1", 80) in [info[4] for info in infos])
print(socket.gethostbyname("localhost"), socket.getservbyname("http"), socket.getservbyport(443))
for bad in ("no-such-host.invalid", ):
    try:
        socket.getaddrinfo(bad, 80)
    except socket.gaierror as error:
        print("gaierror", isinstance(error, OSError))
try:
    socket.getaddrinfo("not-a-number", 80, flags=socket.AI_NUMERICHOST)
except socket.gaierror as error:
    print(error.errno == socket.EAI_NONAME)
print(socket.getaddrinfo(None, 8080, socket.AF_INET, socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0][4])
print(socket.getnameinfo(("127.0.0.1", 80), socket.NI_NUMERICHOST | socket.NI_NUMERICSERV))
