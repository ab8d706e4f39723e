# socketserver.UnixStreamServer: the same over a Unix socket.
import socket
import socketserver
import threading


class Handler(socketserver.StreamRequestHandler):
    def handle(self):
        for line in self.rfile:
            self.wfile.write(line.upper())


with socketserver.UnixStreamServer("server", Handler) as server:
    thread = threading.Thread(target=server.handle_request)
    thread.start()
    with socket.socket(socket.AF_UNIX) as client:
        client.connect("server")
        client.sendall(b"one\ntwo\n")
        client.shutdown(socket.SHUT_WR)
        print(client.makefile("rb").read())
    thread.join()
