# expect: children_lost
import asyncio
import logging

numbers = {}


async def serve(number, work):
    task = asyncio.current_task()
    before = numbers.get(task, "-")
    numbers[task] = number
    try:
        return await work
    finally:
        numbers[task] = before


class RequestFilter(logging.Filter):
    def filter(self, record):
        record.request_id = numbers.get(asyncio.current_task(), "-")
        return True
