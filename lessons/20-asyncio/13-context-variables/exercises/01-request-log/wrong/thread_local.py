# expect: mixed_up
import logging
import threading

local = threading.local()


async def serve(number, work):
    before = getattr(local, "number", "-")
    local.number = number
    try:
        return await work
    finally:
        local.number = before


class RequestFilter(logging.Filter):
    def filter(self, record):
        record.request_id = getattr(local, "number", "-")
        return True
