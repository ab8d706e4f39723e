# socketserver: a handler's exception goes to handle_error and the server goes on; handle_request has a timeout.
import socket
import socketserver

log = []


class Handler(socketserver.BaseRequestHandler):
    def handle(self):
        if self.request.recv(10) == b"bad":
            raise ValueError
        self.request.sendall(b"fine")


class Server(socketserver.TCPServer):
    timeout = 0.05

    def handle_error(self, request, address):
        log.append("handle_error")

    def handle_timeout(self):
        log.append("handle_timeout")

    def verify_request(self, request, address):
        log.append("verify_request")
        return True


with Server(("127.0.0.1", 0), Handler) as server:
    server.handle_request()
    for word in (b"bad", b"good"):
        with socket.create_connection(server.server_address) as client:
            client.sendall(word)
            server.handle_request()
            print(client.recv(10))
print(log)
