# asyncio streams: one server talks with many clients at once in a single thread.
import asyncio
import threading

arrived = 0


async def handle(reader, writer):
    global arrived
    data = await reader.readline()
    arrived += 1
    if arrived == 20:
        everybody.set()
    await everybody.wait()
    writer.write(data.upper())
    await writer.drain()
    writer.close()


async def ask(port, n):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(b"client %d\n" % n)
    answer = await reader.read()
    writer.close()
    await writer.wait_closed()
    return answer


async def main():
    global everybody
    everybody = asyncio.Event()
    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    answers = await asyncio.gather(*(ask(port, n) for n in range(20)))
    print(answers == [b"CLIENT %d\n" % n for n in range(20)], threading.active_count())
    server.close()
    await server.wait_closed()
    print(server.is_serving())


asyncio.run(main())
