# expect: one_command
import asyncio


def make_handler():
    """Return a handler for asyncio.start_server; its connections share one store."""

    store = {}

    def reply_to(line):
        match line.split(" ", 2):
            case ["SET", key, value]:
                store[key] = value
                return "OK"
            case ["GET", key]:
                return store.get(key, "NONE")
            case ["QUIT"]:
                return "BYE"
        return "ERROR"

    async def handle(reader, writer):
        try:
            async for line in reader:
                command = line.decode().rstrip("\n")
                writer.write(f"{reply_to(command)}\n".encode())
                await writer.drain()
                break
        finally:
            writer.close()
            await writer.wait_closed()

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
