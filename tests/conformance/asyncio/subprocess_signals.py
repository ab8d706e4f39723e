# asyncio subprocesses: terminate, kill and send_signal; a wait with a timeout leaves the child running.
import asyncio
import signal
import sys


async def start():
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", "import time; print('ready', flush=True); time.sleep(60)", stdout=asyncio.subprocess.PIPE
    )
    await process.stdout.readline()
    return process


async def main():
    for end in (lambda it: it.terminate(), lambda it: it.kill(), lambda it: it.send_signal(signal.SIGTERM)):
        process = await start()
        try:
            await asyncio.wait_for(process.wait(), 0.02)
        except TimeoutError:
            print("still running", process.returncode)
        end(process)
        print(await process.wait())


asyncio.run(main())
