# http.server and http.client: methods, paths, headers, bodies and statuses arrive as sent.
import http.client
import http.server
import threading


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def answer(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        text = f"{self.command} {self.path} {self.headers['X-Test']} {body!r}".encode()
        self.send_response(201, "Made")
        self.send_header("Content-Length", str(len(text)))
        self.send_header("X-Answer", "yes")
        self.end_headers()
        self.wfile.write(text)

    do_GET = do_POST = do_PUT = do_DELETE = answer

    def log_message(self, *args):
        pass


server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
thread = threading.Thread(target=server.serve_forever, args=(0.01,))
thread.start()
connection = http.client.HTTPConnection("127.0.0.1", server.server_port)
for method, body in (("GET", None), ("POST", b"posted"), ("PUT", "text"), ("DELETE", None)):
    connection.request(method, "/path?q=1", body, {"X-Test": "header"})
    response = connection.getresponse()
    print(response.status, response.reason, response.getheader("X-Answer"), response.read(), response.version)
connection.request("PATCH", "/")
response = connection.getresponse()
print(response.status, response.reason)
connection.close()
server.shutdown()
thread.join()
server.server_close()
