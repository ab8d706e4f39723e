# asyncio.start_unix_server and open_unix_connection: streams over a Unix socket.
import asyncio


async def handle(reader, writer):
    writer.write((await reader.readline())[::-1])
    writer.close()


async def main():
    server = await asyncio.start_unix_server(handle, "meeting")
    reader, writer = await asyncio.open_unix_connection("meeting")
    writer.write(b"hello\n")
    print(await reader.read())
    writer.close()
    server.close()


asyncio.run(main())
