"""A tea house on 127.0.0.1:8000, in threads of your program. URL is its address."""

import http.server
import json
import threading
import time

URL = "http://127.0.0.1:8000"


class TeaHouse(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def answer(self, status, body, content_type="application/json", **headers):
        body = body if isinstance(body, bytes) else json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", content_type)
        self.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self):
        match self.path.partition("?")[0]:
            case "/menu" | "/v1/menu":
                self.answer(200, [{"tea": "Assam", "price": 4.5}])
            case "/old-menu":
                self.answer(301, b"", Location="/menu")
            case "/sign":
                self.answer(200, "größer".encode(), "text/plain")
            case path if path.startswith("/tea/"):
                time.sleep(0.1)
                self.answer(200, {"tea": path.removeprefix("/tea/")})
            case path:
                self.answer(404, {"error": "we have no " + path})

    def log_message(self, *args):
        pass


def open_house():
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 8000), TeaHouse)
    threading.Thread(target=server.serve_forever, daemon=True).start()
