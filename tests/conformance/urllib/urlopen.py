# urllib.request.urlopen: GET, POST with data, headers, status; an error status raises HTTPError with the body.
import http.server
import json
import threading
import urllib.error
import urllib.parse
import urllib.request


class Handler(http.server.BaseHTTPRequestHandler):
    def answer(self, status, body):
        self.send_response(status)
        self.send_header("Content-Type", "application/json; charset=utf-8")
        self.end_headers()
        self.wfile.write(json.dumps(body).encode())

    def do_GET(self):
        if self.path.startswith("/missing"):
            self.answer(404, {"error": "missing"})
        elif self.path.startswith("/moved"):
            self.send_response(302)
            self.send_header("Location", "/arrived")
            self.end_headers()
        else:
            self.answer(200, {"path": self.path, "agent": self.headers["User-Agent"]})

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.answer(200, {"body": body.decode(), "type": self.headers["Content-Type"]})

    def log_message(self, *args):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
thread = threading.Thread(target=server.serve_forever, args=(0.01,))
thread.start()
base = f"http://127.0.0.1:{server.server_port}"
with urllib.request.urlopen(urllib.request.Request(f"{base}/get?a=1", headers={"User-Agent": "test"})) as response:
    print(response.status, response.headers.get_content_type(), response.headers.get_content_charset(), json.load(response))
data = urllib.parse.urlencode({"name": "Ada L", "n": 1}).encode()
print(json.load(urllib.request.urlopen(f"{base}/post", data)))
with urllib.request.urlopen(f"{base}/moved") as response:
    print(response.url == f"{base}/arrived", json.load(response)["path"])
try:
    urllib.request.urlopen(f"{base}/missing")
except urllib.error.HTTPError as error:
    print(error.code, error.reason, json.load(error), isinstance(error, urllib.error.URLError))
    error.close()
server.shutdown()
thread.join()
server.server_close()
try:
    urllib.request.urlopen(base)
except urllib.error.URLError as error:
    print(type(error.reason).__name__)
