import asyncio
import logging
from contextvars import ContextVar, copy_context

number_of_request = ContextVar("number_of_request")


async def serve(number, work):
    context = copy_context()
    context.run(number_of_request.set, number)
    return await asyncio.create_task(work, context=context)


class RequestFilter(logging.Filter):
    def filter(self, record):
        record.request_id = number_of_request.get("-")
        return True
