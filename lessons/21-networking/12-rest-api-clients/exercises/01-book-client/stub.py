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
    pass


class Books:
    def __init__(self, session, url, pause=0.1):
        self.session = session
        self.url = url
        self.pause = pause

    # TODO: books, book, add, change, remove
    def book(self, id):
        return self.session.get(f"{self.url}/books/{id}").json()


if __name__ == "__main__":
    import bookshop

    bookshop.open_shop()
    shop = Books(requests.Session(), bookshop.URL)
    print(shop.book("1"))
    print(shop.book("a/b"))
