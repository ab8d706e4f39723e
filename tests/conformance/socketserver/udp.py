# socketserver.UDPServer: request is the datagram and the socket to answer by.
import socket
import socketserver


class Handler(socketserver.DatagramRequestHandler):
    def handle(self):
        self.wfile.write(self.rfile.read().upper())


with socketserver.UDPServer(("127.0.0.1", 0), Handler) as server:
    client = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    client.sendto(b"ping", server.server_address)
    server.handle_request()
    print(client.recv(100))
    client.close()
