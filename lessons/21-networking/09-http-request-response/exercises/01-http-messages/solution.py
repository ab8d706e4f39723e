from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import parse_qs, unquote


@dataclass
class Request:
    method: str
    path: str
    query: dict
    headers: dict
    body: bytes


def parse_request(data):
    head, empty_line, rest = data.partition(b"\r\n\r\n")
    if not empty_line:
        raise ValueError("the head of the request does not end")
    first, *lines = head.decode("latin-1").split("\r\n")
    method, target, version = first.split(" ")
    if not version.startswith("HTTP/1."):
        raise ValueError(f"unknown version {version!r}")

    headers = {}
    for line in lines:
        name, colon, value = line.partition(":")
        if not colon:
            raise ValueError(f"not a header: {line!r}")
        name, value = name.lower(), value.strip()
        headers[name] = f"{headers[name]}, {value}" if name in headers else value

    length = int(headers.get("content-length", 0))
    if len(rest) < length:
        raise ValueError(f"{length} bytes announced, {len(rest)} received")
    path, _, query = target.partition("?")
    return Request(method, unquote(path), parse_qs(query, keep_blank_values=True), headers, rest[:length])


def build_response(status, headers, body=b""):
    if isinstance(body, str):
        body = body.encode()
    headers = dict(headers)
    if status in (204, 304):
        body = b""
    else:
        headers["Content-Length"] = len(body)
    lines = [f"HTTP/1.1 {status} {HTTPStatus(status).phrase}"]
    for name, value in headers.items():
        line = f"{name}: {value}"
        if "\r" in line or "\n" in line:
            raise ValueError(f"a line break in {line!r}")
        lines.append(line)
    return "\r\n".join([*lines, "", ""]).encode("latin-1") + body
