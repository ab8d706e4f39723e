# asyncio subprocesses: several run at once; gather keeps the order of the calls.
import asyncio
import sys


async def run(n):
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", f"print({n} * 10)", stdout=asyncio.subprocess.PIPE
    )
    out, _ = await process.communicate()
    return int(out)


async def main():
    print(await asyncio.gather(*(run(n) for n in range(4))))


asyncio.run(main())
