# asyncio subprocesses: stdout is read line by line while the child runs; stdin is written with drain.
import asyncio
import sys

PROGRAM = "import sys\nfor line in sys.stdin:\n    print(int(line) ** 2, flush=True)"


async def main():
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", PROGRAM, stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE
    )
    for n in (2, 3):
        process.stdin.write(b"%d\n" % n)
        await process.stdin.drain()
        print(await process.stdout.readline())
    process.stdin.close()
    print(await process.stdout.read(), await process.wait())


asyncio.run(main())
