import email.parser
import io
from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import parse_qs, unquote, urlsplit


@dataclass
class Request:
    method: str
    path: str
    query: dict
    headers: dict
    body: bytes


def parse_request(data):
    if b"\r\n\r\n" not in data:
        raise ValueError("no empty line")
    end = data.index(b"\r\n\r\n")
    lines = data[:end].split(b"\r\n")
    if any(b":" not in line for line in lines[1:]):
        raise ValueError("a header without a colon")
    parts = lines[0].decode().split()
    if len(parts) != 3 or not parts[2].startswith("HTTP/1."):
        raise ValueError(lines[0])
    message = email.parser.BytesParser().parse(io.BytesIO(b"\r\n".join(lines[1:]) + b"\r\n\r\n"))
    headers = {name.lower(): ", ".join(it.strip() for it in message.get_all(name)) for name in message.keys()}
    stream = io.BytesIO(data[end + 4:])
    length = int(headers.get("content-length", "0"))
    body = stream.read(length)
    if len(body) != length:
        raise ValueError("too short")
    url = urlsplit("http://host" + parts[1])
    return Request(parts[0], unquote(url.path), parse_qs(url.query, keep_blank_values=True), headers, body)


def build_response(status, headers, body=b""):
    content = body.encode("utf-8") if isinstance(body, str) else bytes(body)
    out = io.BytesIO()
    out.write(b"HTTP/1.1 %d %s\r\n" % (status, HTTPStatus(status).phrase.encode()))
    has_body = status not in {204, 304}
    extra = [("Content-Length", str(len(content)))] if has_body else []
    for pair in [*headers.items(), *extra]:
        if any({"\r", "\n"} & set(str(part)) for part in pair):
            raise ValueError(pair)
        out.write("{}: {}\r\n".format(*pair).encode())
    out.write(b"\r\n" + (content if has_body else b""))
    return out.getvalue()
