import time
from urllib.parse import quote, urljoin

import requests


class ApiError(Exception):
    def __init__(self, response):
        super().__init__(response.status_code, response.text)
        self.response = response

    @property
    def status(self):
        return self.response.status_code

    @property
    def fields(self):
        return self.response.json().get("fields")


class NotFound(ApiError):
    pass


class Invalid(ApiError):
    pass


class Books:
    def __init__(self, session, url, pause=0.1):
        self.session, self.url, self.pause = session, url, pause

    def call(self, method, *parts, url=None, **options):
        url = url or "/".join([self.url, "books", *(quote(part, safe="") for part in parts)])
        attempt = 0
        while True:
            attempt += 1
            last = attempt == (1 if method == "POST" else 3)
            pause = self.pause * attempt
            try:
                response = getattr(self.session, method.lower())(url, timeout=5, **options)
                if response.status_code == 503 and not last:
                    pause = float(response.headers.get("Retry-After") or pause)
                elif response.ok:
                    return response.json() if response.content else None
                else:
                    raise {404: NotFound, 422: Invalid}.get(response.status_code, ApiError)(response)
            except requests.ConnectionError:
                if last:
                    raise
            time.sleep(pause)

    def books(self, **filters):
        page = self.call("GET", params=filters)
        yield from page["items"]
        while page["next"]:
            page = self.call("GET", url=urljoin(self.url + "/books", page["next"]))
            yield from page["items"]

    def book(self, id):
        return self.call("GET", id)

    def add(self, book):
        return self.call("POST", json=book)

    def change(self, id, **fields):
        return self.call("PATCH", id, json=fields)

    def remove(self, id):
        try:
            return self.call("DELETE", id) or True
        except NotFound:
            return False
