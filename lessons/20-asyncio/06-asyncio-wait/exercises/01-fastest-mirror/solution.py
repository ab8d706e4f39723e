import asyncio


async def fastest(mirrors, download, limit):
    """Return the file of the first mirror that succeeds."""
    pending = {asyncio.create_task(download(mirror)) for mirror in mirrors}
    problems = []
    try:
        async with asyncio.timeout(limit):
            while pending:
                done, pending = await asyncio.wait(
                    pending, return_when=asyncio.FIRST_COMPLETED)
                for task in done:
                    if task.exception() is None:
                        return task.result()
                    problems.append(task.exception())
    finally:
        for task in pending:
            task.cancel()
        await asyncio.gather(*pending, return_exceptions=True)
    raise ExceptionGroup("no mirror has the file", problems)


async def demo(mirror):
    await asyncio.sleep(len(mirror) / 50)
    if mirror == "rome":
        raise ConnectionError("refused")
    return f"file from {mirror}"


if __name__ == "__main__":
    print(asyncio.run(fastest(["perth", "rome", "nairobi"], demo, 1)))
