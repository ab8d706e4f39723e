# asyncio.start_server and open_connection: readline, readexactly, readuntil, drain, write_eof, close.
import asyncio


async def handle(reader, writer):
    line = await reader.readline()
    exact = await reader.readexactly(3)
    until = await reader.readuntil(b";")
    rest = await reader.read()
    writer.writelines([line.upper(), b"|".join([exact, until, rest])])
    await writer.drain()
    writer.close()
    await writer.wait_closed()


async def main():
    async with await asyncio.start_server(handle, "127.0.0.1", 0) as server:
        host, port = server.sockets[0].getsockname()
        reader, writer = await asyncio.open_connection(host, port)
        print(writer.get_extra_info("peername") == (host, port), server.is_serving(), writer.can_write_eof())
        writer.write(b"first line\nabcuntil;the ")
        await writer.drain()
        writer.write(b"rest")
        writer.write_eof()
        print(await reader.read(), reader.at_eof())
        writer.close()
        await writer.wait_closed()
        print(writer.is_closing())


asyncio.run(main())
