# loop.default_exception_handler: logs the message and the exception with the logger asyncio.
import asyncio
import logging

records = []


class Keep(logging.Handler):
    def emit(self, record):
        records.append((record.name, record.levelname, record.exc_info and record.exc_info[0].__name__))


logging.getLogger("asyncio").addHandler(Keep())
logging.getLogger("asyncio").propagate = False


def broken():
    raise OSError


async def main():
    asyncio.get_running_loop().call_soon(broken)
    await asyncio.sleep(0)


asyncio.run(main())
print(records)
