# expect: sent_twice
import time
from urllib.parse import quote, urljoin

import requests


class ApiError(Exception):
    def __init__(self, status, text=""):
        super().__init__(f"{status} {text}")
        self.status = status


class NotFound(ApiError):
    pass


class Invalid(ApiError):
    def __init__(self, status, fields):
        super().__init__(status, str(fields))
        self.fields = fields


class Books:
    ATTEMPTS = 3

    def __init__(self, session, url, pause=0.1):
        self.session = session
        self.url = url
        self.pause = pause

    def books(self, **filters):
        url, params = f"{self.url}/books", filters
        while url:
            page = self._ask("GET", url, params=params).json()
            yield from page["items"]
            url, params = page["next"] and urljoin(url, page["next"]), None

    def book(self, id):
        return self._ask("GET", self._address(id)).json()

    def add(self, book):
        return self._ask("POST", f"{self.url}/books", json=book).json()

    def change(self, id, **fields):
        return self._ask("PATCH", self._address(id), json=fields).json()

    def remove(self, id):
        try:
            self._ask("DELETE", self._address(id))
        except NotFound:
            return False
        return True

    def _address(self, id):
        return f"{self.url}/books/{quote(id, safe='')}"

    def _ask(self, method, url, attempts=ATTEMPTS, **options):
        pauses = [self.pause * 2**n for n in range(attempts - 1)]
        for pause in pauses:
            try:
                response = self.session.request(method, url, timeout=5, **options)
            except requests.ConnectionError:
                time.sleep(pause)
            else:
                if response.status_code != 503:
                    return self._good(response)
                time.sleep(float(response.headers.get("Retry-After", pause)))
        return self._good(self.session.request(method, url, timeout=5, **options))

    def _good(self, response):
        match response.status_code:
            case 404:
                raise NotFound(404, response.url)
            case 422:
                raise Invalid(422, response.json()["fields"])
            case status if status >= 400:
                raise ApiError(status, response.text)
        return response
