"""A web site on 127.0.0.1:8000, in threads of your program."""

import http.server
import threading


class Shop(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def answer(self, status, text, **headers):
        body = text.encode()
        self.send_response(status)
        for name, value in {"Content-Type": "text/plain; charset=utf-8", **headers}.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self):
        match self.path.partition("?")[0]:
            case "/prices":
                self.answer(200, "tea 4.50")
            case "/old-prices":
                self.answer(302, "moved", Location="/prices")
            case _:
                self.answer(404, "no such page")

    def log_message(self, *args):
        pass


def start():
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 8000), Shop)
    threading.Thread(target=server.serve_forever, daemon=True).start()
