# socketserver.TCPServer: one handler for each request, with setup, handle and finish; shutdown ends serve_forever.
import socket
import socketserver
import threading

log = []


class Handler(socketserver.StreamRequestHandler):
    def setup(self):
        super().setup()
        log.append("setup")

    def handle(self):
        line = self.rfile.readline().strip()
        log.append((line, self.client_address[0]))
        self.wfile.write(line[::-1])

    def finish(self):
        super().finish()
        log.append("finish")


with socketserver.TCPServer(("127.0.0.1", 0), Handler) as server:
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    with socket.create_connection(server.server_address) as client:
        client.sendall(b"hello\n")
        print(client.recv(100), client.recv(100))
    server.shutdown()
    thread.join()
print(log, thread.is_alive())
