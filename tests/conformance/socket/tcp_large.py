# socket: sendall passes more than any buffer holds while the other side reads, nothing lost or changed.
import hashlib
import socket
import threading

data = b"".join(n.to_bytes(4, "big") for n in range(200_000))
server = socket.create_server(("127.0.0.1", 0))


def send():
    with socket.create_connection(server.getsockname()) as client:
        client.sendall(data)


thread = threading.Thread(target=send)
thread.start()
connection, _ = server.accept()
received = bytearray()
while chunk := connection.recv(65536):
    received += chunk
thread.join()
print(len(received), hashlib.sha256(received).digest() == hashlib.sha256(data).digest())
connection.close()
server.close()
