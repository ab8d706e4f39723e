"""A REST API on 127.0.0.1:8000, in threads of your program. URL is its address."""

import http.server
import json
import threading
from urllib.parse import parse_qs, unquote, urlsplit

URL = "http://127.0.0.1:8000"
PAGE = 2
books = {str(n): {"id": str(n), "title": title} for n, title in enumerate(["Emma", "Dune", "Ulysses"], 1)}
books["a/b"] = {"id": "a/b", "title": "What if?"}


class Shop(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def answer(self, status, body=None, **headers):
        content = b"" if body is None else json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        for name, value in headers.items():
            self.send_header(name, value)
        if status != 204:
            self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def body(self):
        return json.loads(self.rfile.read(int(self.headers.get("Content-Length", 0))) or "{}")

    def do_GET(self):
        url = urlsplit(self.path)
        if url.path == "/books":
            page = int(parse_qs(url.query).get("page", ["1"])[0])
            chosen = list(books.values())[(page - 1) * PAGE:page * PAGE]
            more = f"/books?page={page + 1}" if page * PAGE < len(books) else None
            self.answer(200, {"items": chosen, "next": more})
        elif book := books.get(self.name()):
            self.answer(200, book)
        else:
            self.answer(404, {"error": f"no book {self.name()!r}"})

    def name(self):
        """The id in /books/ID, or None."""
        head, _, last = urlsplit(self.path).path.rpartition("/")
        return unquote(last) if head == "/books" else None

    def do_POST(self):
        book = self.body()
        if not book.get("title"):
            self.answer(422, {"error": "not a book", "fields": {"title": "is missing"}})
            return
        book["id"] = str(len(books) + 1)
        books[book["id"]] = book
        self.answer(201, book, Location=f"/books/{book['id']}")

    def do_PATCH(self):
        books[self.name()].update(self.body())
        self.answer(200, books[self.name()])

    def do_DELETE(self):
        gone = books.pop(self.name(), None)
        self.answer(*((204,) if gone else (404, {"error": "no such book"})))

    def log_message(self, *args):
        pass


def open_shop():
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 8000), Shop)
    threading.Thread(target=server.serve_forever, daemon=True).start()
