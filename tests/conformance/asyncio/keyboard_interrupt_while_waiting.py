# asyncio.run: SIGINT that comes while the loop waits for nothing but time is noticed at once.
import asyncio
import signal
import threading
import time


async def main():
    main_thread = threading.main_thread().ident
    threading.Timer(0.05, signal.pthread_kill, [main_thread, signal.SIGINT]).start()
    await asyncio.sleep(30)


started = time.monotonic()
try:
    asyncio.run(main())
except KeyboardInterrupt:
    print("KeyboardInterrupt", time.monotonic() - started < 10)
