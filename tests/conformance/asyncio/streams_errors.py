# asyncio streams: IncompleteReadError at an early end, LimitOverrunError or ValueError for too long a line, refused connections.
import asyncio


async def handle(reader, writer):
    writer.write(b"short" if await reader.readline() == b"short\n" else b"x" * 1000 + b"\n")
    writer.close()


async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    for request, read in (
        (b"short\n", lambda reader: reader.readexactly(10)),
        (b"short\n", lambda reader: reader.readuntil(b"!")),
        (b"long\n", lambda reader: reader.readline()),
        (b"long\n", lambda reader: reader.readuntil(b"\n")),
    ):
        reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=100)
        writer.write(request)
        try:
            await read(reader)
        except asyncio.IncompleteReadError as error:
            print("IncompleteReadError", error.partial)
        except (ValueError, asyncio.LimitOverrunError) as error:
            print(type(error).__name__)
        writer.close()
    server.close()
    await server.wait_closed()
    try:
        await asyncio.open_connection("127.0.0.1", port)
    except ConnectionRefusedError:
        print("ConnectionRefusedError")


asyncio.run(main())
