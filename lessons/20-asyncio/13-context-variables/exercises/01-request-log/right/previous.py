import contextlib
import contextvars

request = contextvars.ContextVar("request")


@contextlib.contextmanager
def numbered(number):
    before = request.get("-")
    request.set(number)
    try:
        yield
    finally:
        request.set(before)


async def serve(number, work):
    with numbered(number):
        return await work


class RequestFilter:
    def filter(self, record):
        record.request_id = request.get("-")
        return True
