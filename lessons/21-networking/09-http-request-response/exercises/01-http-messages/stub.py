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
    # TODO
    return Request("GET", "/", {}, {}, b"")


def build_response(status, headers, body=b""):
    # TODO
    return f"HTTP/1.1 {status} {HTTPStatus(status).phrase}\r\n\r\n".encode()


if __name__ == "__main__":
    print(parse_request(b"GET /caf%C3%A9?size=big HTTP/1.1\r\nHost: shop.example\r\n\r\n"))
    print(build_response(200, {"Content-Type": "text/plain"}, "größer"))
