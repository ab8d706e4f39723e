import re
from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import parse_qs, unquote

FIRST = re.compile(r"([A-Z]+) ([^ ?]+)(?:\?(\S*))? HTTP/1\.\d")


@dataclass
class Request:
    method: str
    path: str
    query: dict
    headers: dict
    body: bytes


def parse_request(data):
    parts = data.split(b"\r\n\r\n", 1)
    if len(parts) < 2:
        raise ValueError("incomplete")
    lines = parts[0].decode("utf-8").splitlines()
    match = FIRST.fullmatch(lines[0])
    if match is None:
        raise ValueError("not a request")
    collected = {}
    for line in lines[1:]:
        name, value = line.split(":", 1)
        collected.setdefault(name.lower(), []).append(value.strip())
    headers = {name: ", ".join(values) for name, values in collected.items()}
    length = int(headers.get("content-length") or 0)
    if length > len(parts[1]):
        raise ValueError("short body")
    query = parse_qs(match[3] or "", keep_blank_values=True)
    return Request(match[1], unquote(match[2]), query, headers, parts[1][:length])


def build_response(status, headers, body=b""):
    if isinstance(body, str):
        body = body.encode()
    head = [("", f"HTTP/1.1 {status} {HTTPStatus(status).phrase}")]
    head += [(f"{name}: ", str(value)) for name, value in headers.items()]
    if status in (204, 304):
        body = b""
    else:
        head += [("Content-Length: ", str(len(body)))]
    if any(re.search(r"[\r\n]", a + b) for a, b in head):
        raise ValueError("line break")
    return "".join(f"{a}{b}\r\n" for a, b in head).encode() + b"\r\n" + body
