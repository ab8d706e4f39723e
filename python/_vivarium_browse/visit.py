"""One visit: a request, its redirects, and what the page that comes needs to be shown."""

import base64
import socket
import time
from http.client import HTTPConnection, HTTPException
from urllib.parse import unquote, urljoin, urlsplit

from _vivarium_browse.cookies import header_of, keep
from _vivarium_browse.page import needed_by

TIMEOUT = 10
MAX_HOPS = 10
MAX_BYTES = 2 * 1024 * 1024
MAX_RESOURCES = 40
REDIRECTS = {301, 302, 303, 307, 308}
#: These repeat the request as it was; the others ask with GET.
SAME_METHOD = {307, 308}


class Refused(Exception):
    """A visit that cannot be made; its first argument says which of the page's sentences tells why."""


def visit(request):
    """Return what became of ``request``: url, method, form (the body of a POST), cookies by host."""
    cookies = request.get("cookies") or {}
    hops, answer = [], {"hops": None, "cookies": cookies, "body": "", "cut": False, "resources": {}, "error": None}
    answer["hops"] = hops
    try:
        data = follow(request["url"], request.get("method", "GET"), request.get("form"), cookies, hops)
    except Refused as refused:
        answer["error"] = {"kind": refused.args[0], "detail": refused.args[1]}
        return answer
    answer["body"] = base64.b64encode(data[:MAX_BYTES]).decode()
    answer["cut"] = len(data) > MAX_BYTES
    if header(hops[-1], "content-type").startswith("text/html"):
        answer["resources"] = fetch_all(needed_by(data), hops[-1]["url"], cookies)
    return answer


def follow(url, method, form, cookies, hops):
    """Ask, and ask where the answer sends us, until there is a page; return its body."""
    while True:
        hop, data = ask(url, method, form, cookies)
        hops.append(hop)
        place = header(hop, "location")
        if hop["status"] not in REDIRECTS or not place:
            return data
        if len(hops) > MAX_HOPS:
            raise Refused("loop", str(MAX_HOPS))
        if hop["status"] not in SAME_METHOD and method != "HEAD":
            method, form = "GET", None
        url = urljoin(url, place)


def ask(url, method, form, cookies):
    """Make one request on a connection of its own; return what was said, and the body."""
    parts = urlsplit(url)
    if parts.scheme != "http" or not parts.hostname:
        raise Refused("scheme", parts.scheme or url)
    host, port = parts.hostname, parts.port or 80
    path = (parts.path or "/") + ("?" + parts.query if parts.query else "")
    body = form.encode() if form is not None else None
    headers = headers_of(parts, host, port, body, cookies)
    begun = time.perf_counter()
    connection = HTTPConnection(host, port, timeout=TIMEOUT)
    try:
        connection.request(method, path, body, headers)
        response = connection.getresponse()
        data = response.read(MAX_BYTES + 1)
    except ConnectionRefusedError:
        raise Refused("refused", f"{host}:{port}") from None
    except socket.gaierror:
        raise Refused("unknown", host) from None
    except TimeoutError:
        raise Refused("timeout", str(TIMEOUT)) from None
    except (OSError, HTTPException) as error:
        raise Refused("broken", f"{type(error).__name__}: {error}") from None
    finally:
        connection.close()
    answered = response.getheaders()
    keep(cookies, host, [value for name, value in answered if name.lower() == "set-cookie"])
    return {
        "method": method,
        "url": url,
        "line": f"{method} {path} HTTP/1.1",
        "request": list(headers.items()),
        "sent": form or "",
        "version": f"HTTP/{response.version // 10}.{response.version % 10}",
        "status": response.status,
        "reason": response.reason,
        "response": answered,
        "ms": (time.perf_counter() - begun) * 1000,
    }, data


def headers_of(parts, host, port, body, cookies):
    headers = {
        "Host": host if port == 80 else f"{host}:{port}",
        "User-Agent": "Vivarium",
        "Accept": "text/html, */*;q=0.8",
        "Accept-Encoding": "identity",
        "Connection": "close",
    }
    if parts.username is not None:
        known = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
        headers["Authorization"] = "Basic " + base64.b64encode(known.encode()).decode()
    if cookie := header_of(cookies, host):
        headers["Cookie"] = cookie
    if body is not None:
        headers["Content-Type"] = "application/x-www-form-urlencoded"
        headers["Content-Length"] = str(len(body))
    return headers


def fetch_all(references, base, cookies):
    """Return what a page refers to, by the words it uses; what cannot be had is left out."""
    found = {}
    for reference in references[:MAX_RESOURCES]:
        hops = []
        try:
            data = follow(urljoin(base, reference), "GET", None, cookies, hops)
        except Refused:
            continue
        if hops[-1]["status"] == 200:
            kind = header(hops[-1], "content-type").partition(";")[0].strip()
            found[reference] = {"type": kind, "data": base64.b64encode(data[:MAX_BYTES]).decode()}
    return found


def header(hop, wanted):
    return next((value for name, value in hop["response"] if name.lower() == wanted), "")
