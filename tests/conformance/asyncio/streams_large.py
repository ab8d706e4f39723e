# asyncio streams: drain waits while the peer does not read; a large transfer arrives whole.
import asyncio
import socket

data = bytes(range(256)) * 4000


async def main():
    async def handle(reader, writer):
        await go.wait()
        writer.write(await reader.readexactly(len(data)))
        await writer.drain()
        writer.close()

    go = asyncio.Event()
    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 8192)
    writer.write(data)
    drained = asyncio.create_task(writer.drain())
    await asyncio.sleep(0.05)
    print(drained.done(), writer.transport.get_write_buffer_size() > 0)
    go.set()
    print(await reader.read() == data, drained.done())
    writer.close()
    server.close()


asyncio.run(main())
