# socket: sending to a peer that has closed fails with BrokenPipeError or ConnectionResetError, at the latest the second time.
import socket

server = socket.create_server(("127.0.0.1", 0))
client = socket.create_connection(server.getsockname())
peer, _ = server.accept()
peer.close()
print(client.recv(10))
try:
    for _ in range(50):
        client.send(b"x")
    print("never refused")
except (BrokenPipeError, ConnectionResetError) as error:
    print("refused", isinstance(error, ConnectionError))
client.close()
server.close()
