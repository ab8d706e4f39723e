# socketserver.ThreadingTCPServer: requests are handled at the same time, each in a thread.
import socket
import socketserver
import threading

both = threading.Barrier(2)


class Handler(socketserver.BaseRequestHandler):
    def handle(self):
        data = self.request.recv(100)
        both.wait()
        self.request.sendall(data + b" in another thread" * (threading.current_thread() is not serving))


with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler) as server:
    serving = threading.Thread(target=server.serve_forever, args=(0.01,))
    serving.start()
    clients = [socket.create_connection(server.server_address) for _ in range(2)]
    for name, client in zip((b"a", b"b"), clients):
        client.sendall(name)
    print([client.recv(100) for client in clients])
    for client in clients:
        client.close()
    server.shutdown()
    serving.join()
