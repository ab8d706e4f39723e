# asyncio.create_subprocess_exec: pipes, communicate, wait and returncode while the loop goes on.
import asyncio
import sys


async def main():
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", "import sys; text = sys.stdin.read(); print(text.upper()); print('e', file=sys.stderr); exit(4)",
        stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
    )
    print(process.pid > 0, process.returncode)
    out, err = await process.communicate(b"hello")
    print(out, err, process.returncode, await process.wait())
    try:
        await asyncio.create_subprocess_exec("no-such-program")
    except FileNotFoundError:
        print("FileNotFoundError")


asyncio.run(main())
