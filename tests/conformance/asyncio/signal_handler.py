# loop.add_signal_handler: the callback runs in the loop; remove_signal_handler tells whether there was one.
import asyncio
import signal


async def main():
    loop = asyncio.get_running_loop()
    event = asyncio.Event()
    loop.add_signal_handler(signal.SIGUSR1, event.set)
    loop.call_later(0.02, signal.raise_signal, signal.SIGUSR1)
    await asyncio.wait_for(event.wait(), 30)
    print(loop.remove_signal_handler(signal.SIGUSR1), loop.remove_signal_handler(signal.SIGUSR1))
    try:
        loop.add_signal_handler(signal.SIGKILL, event.set)
    except (RuntimeError, OSError, ValueError):
        print("refused")


asyncio.run(main())
