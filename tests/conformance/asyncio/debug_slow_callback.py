# asyncio debug mode: a callback longer than slow_callback_duration is logged; off, nothing is.
import asyncio
import logging
import time

records = []


class Keep(logging.Handler):
    def emit(self, record):
        if record.levelno >= logging.WARNING:
            records.append(record.levelname)


logging.getLogger("asyncio").addHandler(Keep())
logging.getLogger("asyncio").propagate = False


async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_debug(), loop.slow_callback_duration)
    loop.slow_callback_duration = 0.02
    time.sleep(0.05)
    await asyncio.sleep(0)
    return len(records)


print(asyncio.run(main()) > 0, set(records))
records.clear()


async def quick():
    loop = asyncio.get_running_loop()
    loop.slow_callback_duration = 0.02
    time.sleep(0.05)
    await asyncio.sleep(0)


asyncio.run(quick())
print(records)
records.clear()
asyncio.run(main(), debug=True)
print(set(records))
