"""A tea house on 127.0.0.1:8000, in threads of your program. URL is its address."""

import http.server
import json
import threading
import time
from urllib.parse import parse_qs, urlsplit

URL = "http://127.0.0.1:8000"


class TeaHouse(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    n_connections = 0

    def setup(self):
        TeaHouse.n_connections += 1
        super().setup()

    def answer(self, status, body, content_type="application/json", **headers):
        body = body if isinstance(body, bytes) else json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", content_type)
        self.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self):
        url = urlsplit(self.path)
        match url.path:
            case "/echo":
                self.answer(200, {"query": parse_qs(url.query), "headers": dict(self.headers)})
            case "/menu":
                self.answer(200, [{"tea": "Assam", "price": 4.5}, {"tea": "Sencha", "price": 6}])
            case "/old-menu":
                self.answer(301, b"", Location="/menu")
            case "/sign":
                self.answer(200, "größer".encode(), "text/plain")
            case "/login":
                self.answer(200, {}, Set_Cookie="visitor=ann; Path=/")
            case "/slow":
                time.sleep(1.5)
                self.answer(200, {})
            case _:
                self.answer(404, {"error": "we have no " + url.path})

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.answer(200, {"type": self.headers["Content-Type"], "body": body.decode()})

    def handle(self):
        try:
            super().handle()
        except ConnectionError:
            pass  # the client did not wait

    def log_message(self, *args):
        pass


def open_house():
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 8000), TeaHouse)
    threading.Thread(target=server.serve_forever, daemon=True).start()
