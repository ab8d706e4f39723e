"""What a service needs beside its own rules. Given: nothing to be changed here."""

import base64
import hmac
import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Refused(Exception):
    """A request that is answered with an error."""

    def __init__(self, status, error, headers=None):
        super().__init__(error)
        self.status, self.headers = status, headers or {}


def who(headers, users):
    """The name of the user who has sent the headers, or None."""
    scheme, _, token = (headers.get("Authorization") or "").partition(" ")
    try:
        user, _, password = base64.b64decode(token, validate=True).decode().partition(":")
    except ValueError:
        return None
    is_right = hmac.compare_digest(password.encode(), users.get(user, "").encode())
    return user if scheme.lower() == "basic" and user in users and is_right else None


def text_of(body):
    """The text in a body such as {"text": "tea"}; raises Refused."""
    try:
        data = json.loads(body)
    except ValueError:
        raise Refused(400, "the body is not JSON") from None
    match data:
        case {"text": str(text)} if text:
            return text
    raise Refused(422, "a note has a text")


def serve(respond, store, users):
    """Answer requests with `respond`, in threads; return the address."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def handle_request(self):
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            try:
                status, headers, data = respond(store, users, self.command, self.path, self.headers, body)
            except Exception as error:
                self.log_error("%r", error)
                status, headers, data = 500, {}, {"error": "internal error"}
            content = b"" if data is None else json.dumps(data).encode()
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            if data is not None:
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        do_GET = do_POST = do_PUT = do_DELETE = do_PATCH = handle_request

        def log_request(self, *args):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}"


class NotFound(Exception):
    """404"""


class Outdated(Exception):
    """412: somebody else has changed it."""


def call(http, method, target, **options):
    """Send a request with an httpx.Client; return the data of the answer, or raise."""
    response = http.request(method, target, **options)
    if response.status_code in (404, 412):
        raise {404: NotFound, 412: Outdated}[response.status_code](target)
    response.raise_for_status()
    return response.json() if response.content else None
