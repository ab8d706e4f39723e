# asyncio.run: SIGINT cancels the main task; when that ends, KeyboardInterrupt is raised.
import asyncio
import signal

log = []


async def main():
    asyncio.get_running_loop().call_later(0.03, signal.raise_signal, signal.SIGINT)
    try:
        await asyncio.sleep(30)
    except asyncio.CancelledError:
        log.append("main task cancelled")
        raise
    finally:
        await asyncio.sleep(0)
        log.append("cleaned up")


try:
    asyncio.run(main())
except KeyboardInterrupt:
    print("KeyboardInterrupt", log)
