"""Checks for download-file, against a server that can break off."""

import http.server
import pathlib
import tempfile
import threading
import time

import lab
import requests

BODY = bytes(range(256)) * 1000


class Files(http.server.BaseHTTPRequestHandler):
    during = None

    def do_GET(self):
        self.send_response({"/missing": 404, "/broken": 500}.get(self.path, 200))
        self.send_header("Content-Type", "text/plain")
        self.send_header("Content-Length", str(len(BODY)))
        self.end_headers()
        if self.path != "/empty":
            self.wfile.write(BODY[:100_000])
            if Files.during:
                Files.during()
            if self.path != "/cut":
                self.wfile.write(BODY[100_000:])

    def log_message(self, *args):
        pass


class Session(requests.Session):
    """Notes how it was used."""

    def request(self, method, url, **options):
        self.options = options
        return super().request(method, url, **options)


def download(target, before=None, during=None):
    """The outcome, what is at the path afterwards, the names in the folder, and the session."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Files)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with tempfile.TemporaryDirectory() as folder, Session() as session:
        path = pathlib.Path(folder, "tea.bin")
        if before is not None:
            path.write_bytes(before)
        Files.during = (lambda: during(path)) if during else None
        outcome = lab.calls(lab.load().download, session, f"http://127.0.0.1:{server.server_port}{target}", path, 3)
        left = path.read_bytes() if path.exists() else None
        names = sorted(it.name for it in path.parent.iterdir())
    server.shutdown()
    server.server_close()
    return outcome, left, names, session


@lab.check("a file is stored byte for byte, and its size is returned")
def stores():
    outcome, left, names, _ = download("/tea")
    if outcome.error:
        raise outcome.error
    lab.true(left == BODY, f"Sent were {len(BODY)} bytes, and the file has {len(left or b'')}, or others.",
             reply="bytes_lost")
    lab.equal((outcome.value, names), (len(BODY), ["tea.bin"]), call="the result, and the files in the folder")


@lab.check("it is fetched piece by piece, with the limit")
def streams():
    _, _, _, session = download("/tea")
    limit = session.options.get("timeout")
    lab.true(limit in (3, (3, 3)), f"The timeout was {limit!r} instead of 3.", reply="no_limit")
    lab.true(session.options.get("stream"), "The request was made without stream=True.", reply="all_at_once")


@lab.check("an error page is not a file")
def statuses():
    for target in ("/missing", "/broken"):
        outcome, left, names, _ = download(target, before=b"old")
        lab.true(left == b"old", f"The status of {target} means failure, and the file was replaced.", reply="error_page")
        lab.true(isinstance(outcome.error, requests.HTTPError), f"For {target}, download ended with "
                 f"{outcome.error or outcome.value!r} instead of an HTTPError.", reply="error_hidden")


@lab.check("the file is as it was until the new one is complete")
def in_place():
    seen = {b"old"}

    def look(path):
        """In the thread of the server: gives the client time to write, and looks."""
        end = time.monotonic() + 0.4
        while seen == {b"old"} and time.monotonic() < end:
            seen.add(path.read_bytes() if path.exists() else b"old")
            time.sleep(0.01)

    download("/tea", before=b"old", during=look)
    lab.true(seen == {b"old"}, "In the middle of the download, the file at `path` had changed.", reply="half_a_file")


@lab.check("a connection that breaks in the middle leaves nothing behind")
def cut():
    for target in ("/cut", "/empty"):
        outcome, left, names, _ = download(target, before=b"old")
        lab.true(left == b"old", f"The file now has {len(left or b'')} bytes.", reply="half_a_file")
        lab.true(names == ["tea.bin"], f"In the folder there are {names}.", reply="part_left")
        lab.true(isinstance(outcome.error, requests.RequestException), "The connection broke, and download ended with "
                 f"{outcome.error or outcome.value!r}.", reply="error_hidden")
