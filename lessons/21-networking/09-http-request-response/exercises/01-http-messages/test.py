"""Checks for http-messages."""

import lab


def parse(data):
    return lab.load().parse_request(data)


@lab.check("method, path and query come from the first line")
def first_line():
    request = parse(b"DELETE /shop/tea?size=big&size=small&note= HTTP/1.1\r\nHost: a\r\n\r\n")
    lab.equal((request.method, request.path), ("DELETE", "/shop/tea"), call="method and path")
    lab.equal(request.query, {"size": ["big", "small"], "note": [""]}, call="the query")
    request = parse("GET /caf%C3%A9 HTTP/1.0\r\n\r\n".encode())
    lab.equal((request.path, request.query, request.headers), ("/café", {}, {}), call="path, query and headers")


@lab.check("the target is split, and then decoded")
def split_first():
    for target, path, query in ((b"/what%3F?x=1", "/what?", {"x": ["1"]}), (b"/a?b=c%26d%3De", "/a", {"b": ["c&d=e"]})):
        request = parse(b"GET " + target + b" HTTP/1.1\r\nHost: a\r\n\r\n")
        lab.true((request.path, request.query) == (path, query),
                 f"The target {target!r} became {request.path!r} and {request.query!r}.", reply="decoded_first")


@lab.check("headers: small letters, no white space around values, repetitions joined")
def headers():
    headers = parse(b"GET / HTTP/1.1\r\nHOST:  shop.example:80 \r\nAccept: a\r\nX-Url: http://b:1/\r\naccept: b\r\n\r\n").headers
    lab.true({"host", "accept"} <= set(headers), f"The names are {list(headers)}.", reply="header_case")
    lab.equal(headers, {"host": "shop.example:80", "accept": "a, b", "x-url": "http://b:1/"}, call="the headers")


@lab.check("the body is as long as Content-Length says")
def body():
    head = b"POST / HTTP/1.1\r\ncontent-LENGTH: 6\r\n\r\n"
    for rest, expected in ((b"ab\r\n\r\n", b"ab\r\n\r\n"), (b"abcdefGET / HTTP/1.1\r\n\r\n", b"abcdef")):
        body = parse(head + rest).body
        lab.true(body == expected, f"After a head with Content-Length 6 came {rest!r}, and the body is {body!r}.",
                 reply="body_length")
    lab.equal(parse(b"GET / HTTP/1.1\r\nHost: a\r\n\r\nGET").body, b"", call="the body without Content-Length")
    outcome = lab.calls(lab.load().parse_request, head + b"abc")
    lab.true(isinstance(outcome.error, ValueError), "Content-Length is 6, and 3 bytes have come. There should be a "
             f"ValueError, but there was {outcome.error or outcome.value!r}.", reply="body_length")


@lab.check("what is not a request is a ValueError")
def malformed():
    for data in (b"", b"GET / HTTP/1.1\r\nHost: a\r\n", b"GET /\r\n\r\n", b"GET / FTP/1.1\r\n\r\n",
                 b"GET / HTTP/1.1\r\nHost a\r\n\r\n", b"GET / a HTTP/1.1\r\n\r\n"):
        lab.raises(ValueError, lab.load().parse_request, data)


def build(*args):
    head, _, body = lab.load().build_response(*args).partition(b"\r\n\r\n")
    return head.split(b"\r\n"), body


@lab.check("a response has a status line, headers, Content-Length and a body")
def response():
    lines, body = build(404, {"Content-Type": "text/plain", "X-Shop": "tea"}, b"no such page")
    lab.equal(lines, [b"HTTP/1.1 404 Not Found", b"Content-Type: text/plain", b"X-Shop: tea", b"Content-Length: 12"],
              call="the head")
    lab.equal(body, b"no such page", call="the body")
    lab.equal(build(201, {}, b""), ([b"HTTP/1.1 201 Created", b"Content-Length: 0"], b""), call="an empty response")


@lab.check("a text is sent as UTF-8, and counted in bytes")
def text():
    lines, body = build(200, {}, "größer")
    lab.equal(body, "größer".encode(), call="the body")
    lab.true(lines[-1] == b"Content-Length: 8", f"The body has 8 bytes, and the header is {lines[-1]!r}.",
             reply="counts_characters")


@lab.check("204 and 304 have no body")
def no_body():
    for status in (204, 304):
        lines, body = build(status, {"X-A": "b"}, b"ignored")
        lab.true((len(lines), body) == (2, b""), f"The response {status} was {lines!r} with the body {body!r}.",
                 reply="no_content")


@lab.check("nobody can smuggle a header in")
def injection():
    for headers in ({"Location": "/\r\nSet-Cookie: admin=1"}, {"A": "b\nc"}, {"A\r\nB": "c"}):
        outcome = lab.calls(lab.load().build_response, 302, headers, b"")
        lab.true(isinstance(outcome.error, ValueError), f"The headers {headers} gave {outcome.value!r}.",
                 reply="injection")
