# asyncio.Task: KeyboardInterrupt and SystemExit in a task leave asyncio.run at once.
import asyncio
import sys


async def leave(error):
    raise error


async def main(error):
    task = asyncio.create_task(leave(error))
    await asyncio.sleep(30)


for error in (SystemExit(4), KeyboardInterrupt()):
    try:
        asyncio.run(main(error))
    except BaseException as raised:
        print(type(raised).__name__, raised is error)
sys.exit(asyncio.run(asyncio.sleep(0, 6)))
