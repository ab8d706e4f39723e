# socket: IPv6 on the loopback; addresses have four parts; a dual-stack server takes both kinds.
import socket

print(socket.has_ipv6)
server = socket.create_server(("::1", 0), family=socket.AF_INET6)
client = socket.create_connection(server.getsockname()[:2])
peer, address = server.accept()
client.sendall(b"six")
print(client.family.name, address[0], len(address), peer.recv(10))
for it in (client, peer, server):
    it.close()
print(socket.inet_pton(socket.AF_INET6, "::1").hex(), socket.inet_ntop(socket.AF_INET6, bytes(15) + b"\x01"))
