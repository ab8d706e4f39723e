import asyncio


def make_handler():
    """Return a handler for asyncio.start_server; its connections share one store."""

    async def handle(reader, writer):
        # TODO: answers one line, and forgets it.
        line = await reader.readline()
        writer.write(b"ERROR\n")
        await writer.drain()
        writer.close()

    return handle


async def demo():
    async with await asyncio.start_server(make_handler(), "127.0.0.1", 8000):
        reader, writer = await asyncio.open_connection("127.0.0.1", 8000)
        for command in ("SET color dark red", "GET color", "GET size", "QUIT"):
            writer.write(f"{command}\n".encode())
            print(command, "->", (await reader.readline()).decode().strip())
        writer.close()
        await writer.wait_closed()


if __name__ == "__main__":
    asyncio.run(demo())
