# http.client: one connection serves several requests; a body may come in chunks; without a length it ends with the connection.
import http.client
import http.server
import threading

ports = set()


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        ports.add(self.client_address[1])
        self.send_response(200)
        if self.path == "/chunks":
            self.send_header("Transfer-Encoding", "chunked")
            self.end_headers()
            for piece in (b"one ", b"two ", b"three"):
                self.wfile.write(b"%x\r\n%s\r\n" % (len(piece), piece))
            self.wfile.write(b"0\r\n\r\n")
        elif self.path == "/close":
            self.send_header("Connection", "close")
            self.end_headers()
            self.wfile.write(b"until the end")
        else:
            self.send_header("Content-Length", "5")
            self.end_headers()
            self.wfile.write(b"plain")

    def log_message(self, *args):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
thread = threading.Thread(target=server.serve_forever, args=(0.01,))
thread.start()
connection = http.client.HTTPConnection("127.0.0.1", server.server_port)
for path in ("/", "/", "/chunks", "/close"):
    connection.request("GET", path)
    response = connection.getresponse()
    print(path, response.getheader("Transfer-Encoding"), response.read(), len(ports))
connection.close()
server.shutdown()
thread.join()
server.server_close()
