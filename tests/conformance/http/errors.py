# http.client: no server is ConnectionRefusedError, an answer that is not HTTP BadStatusLine, none RemoteDisconnected.
import http.client
import socket
import threading

server = socket.create_server(("127.0.0.1", 0))
port = server.getsockname()[1]


def serve():
    for answer in (b"nonsense\r\n\r\n", b"", b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort"):
        connection, _ = server.accept()
        connection.recv(1000)
        connection.sendall(answer)
        connection.close()


thread = threading.Thread(target=serve)
thread.start()
for _ in range(3):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request("GET", "/")
    try:
        print(connection.getresponse().read())
    except http.client.IncompleteRead as error:
        print("IncompleteRead", error.partial, error.expected)
    except (http.client.HTTPException, ConnectionError) as error:
        print(type(error).__name__)
    connection.close()
thread.join()
server.close()
try:
    http.client.HTTPConnection("127.0.0.1", port).request("GET", "/")
except ConnectionRefusedError:
    print("ConnectionRefusedError")
