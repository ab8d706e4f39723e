# socket.shutdown(SHUT_WR): the peer sees the end, and can still answer; sending after it is BrokenPipeError.
import socket
import threading

server = socket.create_server(("127.0.0.1", 0))


def serve():
    connection, _ = server.accept()
    with connection:
        data = b""
        while chunk := connection.recv(100):
            data += chunk
        connection.sendall(b"got " + data)


thread = threading.Thread(target=serve)
thread.start()
client = socket.create_connection(server.getsockname())
client.sendall(b"all I say")
client.shutdown(socket.SHUT_WR)
try:
    client.send(b"more")
except BrokenPipeError as error:
    print("BrokenPipeError", error.errno)
print(client.recv(100), client.recv(100))
thread.join()
client.close()
server.close()
