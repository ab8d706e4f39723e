import asyncio


async def fastest(mirrors, download, limit):
    """Return the file of the first mirror that succeeds."""
    # TODO: one after the other, and without a limit.
    for mirror in mirrors:
        return await download(mirror)


async def demo(mirror):
    await asyncio.sleep(len(mirror) / 50)
    if mirror == "rome":
        raise ConnectionError("refused")
    return f"file from {mirror}"


if __name__ == "__main__":
    print(asyncio.run(fastest(["perth", "rome", "nairobi"], demo, 1)))
