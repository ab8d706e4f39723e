# asyncio streams: a read that is cancelled or times out loses no data.
import asyncio


async def main():
    async def handle(reader, writer):
        await go.wait()
        writer.write(b"late\n")
        await writer.drain()
        writer.close()

    go = asyncio.Event()
    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    try:
        await asyncio.wait_for(reader.readline(), 0.03)
    except TimeoutError:
        print("TimeoutError")
    go.set()
    print(await reader.readline(), await reader.readline())
    writer.close()
    server.close()


asyncio.run(main())
