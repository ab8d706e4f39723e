"""Checks for book-client, against a server that follows a script."""

import http.server
import itertools
import json
import threading
import time

import lab
import requests


class Script(http.server.BaseHTTPRequestHandler):
    """Gives the next answer for each request: (status, body, headers), or None: breaks off."""

    def handle_any(self):
        server = self.server
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        server.seen.append((self.command, self.path, json.loads(body) if body else None))
        answer = server.answers.pop(0) if server.answers else (500, {"error": "a request too many"})
        if answer is None:
            return
        status, body, headers = (*answer, {})[:3]
        content = b"" if status == 204 else json.dumps(body).encode()
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)

    do_GET = do_POST = do_PATCH = do_PUT = do_DELETE = handle_any

    def log_message(self, *args):
        pass


class Session(requests.Session):
    def request(self, method, url, **options):
        self.__dict__.setdefault("limits", []).append(options.get("timeout"))
        return super().request(method, url, **options)


class Shop:
    """A client, the server it talks to, and the pauses it has made."""

    def __init__(self, *answers):
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Script)
        self.server.answers, self.server.seen = list(answers), []
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        self.module, self.session, self.pauses = lab.load(), Session(), []
        self.client = self.module.Books(self.session, self.url + "/api", pause=0.25)

    def call(self, name, *args, **options):
        def work():
            result = getattr(self.client, name)(*args, **options)
            return list(result) if name == "books" else result

        sleep, time.sleep = time.sleep, self.pauses.append
        try:
            return lab.calls(work)
        finally:
            time.sleep = sleep

    def value(self, name, *args, **options):
        outcome = self.call(name, *args, **options)
        if outcome.error:
            raise outcome.error
        return outcome.value

    @property
    def seen(self):
        return self.server.seen


DUNE = {"id": "7", "title": "Dune"}


@lab.check("book, add, change and remove send the right requests")
def requests_are_right():
    for name, args, fields, answer, seen, result in (
        ("book", ["7"], {}, (200, DUNE), ("GET", "/api/books/7", None), DUNE),
        ("add", [{"title": "Dune"}], {}, (201, DUNE), ("POST", "/api/books", {"title": "Dune"}), DUNE),
        ("change", ["7"], {"price": "9.90"}, (200, DUNE), ("PATCH", "/api/books/7", {"price": "9.90"}), DUNE),
        ("remove", ["7"], {}, (204, None), ("DELETE", "/api/books/7", None), True),
    ):
        shop = Shop(answer)
        lab.equal(shop.value(name, *args, **fields), result, call=f"{name}()")
        lab.equal(shop.seen, [seen], call=f"what {name}() has sent")
        lab.true(shop.session.limits == [5], f"{name}() made its request with the timeout {shop.session.limits[0]}.",
                 reply="no_limit")


@lab.check("an id may be any text")
def ids():
    for book_id, path in (("a/b", "a%2Fb"), ("../admin", "..%2Fadmin"), ("who?", "who%3F"), ("größe", "gr%C3%B6%C3%9Fe")):
        shop = Shop((200, DUNE))
        shop.call("book", book_id)
        lab.true(shop.seen == [("GET", f"/api/books/{path}", None)], f"book({book_id!r}) has sent {shop.seen}.",
                 reply="id_in_path")


@lab.check("books goes through all pages")
def pages():
    books = [{"id": str(n)} for n in range(5)]
    shop = Shop()
    shop.server.answers += [(200, {"items": books[:2], "next": "/api/books?page=2&author=Herbert"}),
                            (200, {"items": [], "next": "?page=3"}),
                            (200, {"items": books[2:], "next": shop.url + "/api/books?page=4"}),
                            (200, {"items": [], "next": None})]
    outcome = shop.call("books", author="Herbert")
    paths = [path for _, path, _ in shop.seen]
    lab.true(outcome.value == books, f"books() gave {outcome.error or outcome.value!r} after the requests {paths}.",
             reply="first_page")
    expected = ["?author=Herbert", "?page=2&author=Herbert", "?page=3", "?page=4"]
    lab.true(paths == ["/api/books" + query for query in expected], f"books() has asked for {paths}.", reply="first_page")


@lab.check("books asks for a page when it is needed")
def lazy():
    shop = Shop((200, {"items": [DUNE, DUNE], "next": "/api/books?page=2"}), (200, {"items": [DUNE], "next": None}))
    found = list(itertools.islice(shop.client.books(), 2))
    lab.equal(len(found), 2, call="the number of books")
    lab.true(len(shop.seen) == 1, f"For two books of the first page there were {len(shop.seen)} requests.", reply="eager")


@lab.check("what the API refuses becomes an exception that says why")
def errors():
    for status, body, kind in ((404, {"error": "no"}, "NotFound"), (422, {"error": "no", "fields": {"title": "is missing"}}, "Invalid"),
                               (400, {"error": "no"}, "ApiError"), (500, {"error": "no"}, "ApiError")):
        shop = Shop((status, body))
        outcome = shop.call("change", "7", title="")
        kind = getattr(shop.module, kind)
        lab.true(isinstance(outcome.error, kind) and isinstance(outcome.error, shop.module.ApiError),
                 f"The API said {status}, and change() ended with {outcome.error or outcome.value!r}.", reply="raw_error")
        lab.equal(outcome.error.status, status, call="error.status")
        lab.equal(len(shop.seen), 1, call=f"the number of requests when the API says {status}")
        if status == 422:
            lab.equal(outcome.error.fields, {"title": "is missing"}, call="error.fields")
    lab.equal(Shop((404, {"error": "no"})).value("remove", "7"), False, call="remove() of a book that is not there")


@lab.check("what may be repeated is sent again when the server is busy")
def repeats():
    busy = (503, {"error": "later"})
    for first in (busy, None):
        for name, good, result in (("book", (200, DUNE), DUNE), ("change", (200, DUNE), DUNE), ("remove", (204, None), True)):
            shop = Shop(first, first, good)
            outcome = shop.call(name, "7")
            lab.true(outcome.value == result and len(shop.seen) == 3, f"Twice {'503' if first else 'the server broke off'}, and "
                     f"{name}() ended with {outcome.error or outcome.value!r} after {len(shop.seen)} requests.", reply="gives_up")
            lab.true(shop.pauses == [0.25, 0.5], f"With pause=0.25 it waited {shop.pauses} seconds.", reply="no_pause")
    shop = Shop((503, {}, {"Retry-After": "3"}), (200, DUNE))
    shop.call("book", "7")
    lab.true(shop.pauses == [3], f"The server said Retry-After: 3, and the pauses were {shop.pauses}.", reply="no_pause")
    shop = Shop(busy, busy, busy, (200, DUNE))
    outcome = shop.call("book", "7")
    lab.true(isinstance(outcome.error, shop.module.ApiError) and len(shop.pauses) == 2,
             f"Three times 503, and book() ended with {outcome.error or outcome.value!r} after {len(shop.pauses)} pauses.")


@lab.check("add sends its request once")
def once():
    for first in ((503, {"error": "later"}), None):
        shop = Shop(first, (201, DUNE))
        outcome = shop.call("add", {"title": "Dune"})
        lab.true(len(shop.seen) == 1, f"add() has sent {len(shop.seen)} requests.", reply="sent_twice")
        kind = shop.module.ApiError if first else requests.ConnectionError
        lab.true(isinstance(outcome.error, kind), f"add() ended with {outcome.error or outcome.value!r}.")
