"""Owns what the stock asyncio does over our sockets: streams, tasks, executors, datagrams."""

import asyncio, contextvars, concurrent.futures, socket, threading, time
async def echo(reader, writer):
    while line := await reader.readline():
        writer.write(line[::-1]); await writer.drain()
    writer.close(); await writer.wait_closed()
async def streams():
    server = await asyncio.start_server(echo, "localhost", 0)
    port = server.sockets[0].getsockname()[1]
    async def client(n):
        host = "127.0.0.1" if server.sockets[0].family == socket.AF_INET else "::1"
        reader, writer = await asyncio.open_connection(host, port)
        writer.write(f"{n}ab\n".encode()); assert await reader.readuntil(b"a" ) == b"\nba"
        assert await reader.readexactly(len(str(n))) == str(n)[::-1].encode()
        writer.close(); await writer.wait_closed()
    async with server: await asyncio.gather(*map(client, range(20)))
async def big():
    done = asyncio.Event()
    async def sink(reader, writer):
        data = await reader.read(-1); writer.write(str(len(data)).encode()); writer.write_eof(); await writer.drain(); writer.close(); done.set()
    server = await asyncio.start_server(sink, "127.0.0.1", 0)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    writer.write(bytes(3_000_000)); writer.write_eof(); await writer.drain()
    assert await reader.read() == b"3000000"; writer.close(); await done.wait(); server.close(); await server.wait_closed()
async def unix():
    server = await asyncio.start_unix_server(echo, "aio.sock")
    reader, writer = await asyncio.open_unix_connection("aio.sock"); writer.write(b"xy\n"); assert await reader.readexactly(3) == b"\nyx"
    writer.close(); await writer.wait_closed(); server.close()
async def datagrams():
    got = asyncio.get_running_loop().create_future()
    class Server(asyncio.DatagramProtocol):
        def connection_made(self, t): self.t = t
        def datagram_received(self, data, addr): self.t.sendto(data.upper(), addr)
    class Client(asyncio.DatagramProtocol):
        def datagram_received(self, data, addr): got.set_result(data)
    loop = asyncio.get_running_loop()
    st, _ = await loop.create_datagram_endpoint(Server, ("127.0.0.1", 0))
    ct, _ = await loop.create_datagram_endpoint(Client, remote_addr=st.get_extra_info("sockname"))
    ct.sendto(b"ping"); assert await asyncio.wait_for(got, 5) == b"PING"; ct.close(); st.close()
async def threads():
    assert await asyncio.to_thread(lambda: threading.current_thread() is not threading.main_thread())
    loop = asyncio.get_running_loop()
    with concurrent.futures.ThreadPoolExecutor(3) as pool:
        assert await asyncio.gather(*(loop.run_in_executor(pool, pow, 2, n) for n in range(9))) == [2 ** n for n in range(9)]
    started = time.monotonic(); await asyncio.gather(asyncio.to_thread(time.sleep, 0.2), asyncio.sleep(0.2)); assert time.monotonic() - started < 0.39
    fut = loop.create_future(); threading.Timer(0.02, loop.call_soon_threadsafe, (fut.set_result, 5)).start(); assert await fut == 5
async def tasks():
    order = []
    async def job(n, t): await asyncio.sleep(t); order.append(n); return n
    assert await asyncio.gather(job(1, .03), job(2, .01), job(3, .02)) == [1, 2, 3] and order == [2, 3, 1]
    done, pending = await asyncio.wait([asyncio.create_task(job(n, n / 50)) for n in (1, 90)], return_when=asyncio.FIRST_COMPLETED)
    assert [t.result() for t in done] == [1]; [t.cancel() for t in pending]
    try: await pending.pop()
    except asyncio.CancelledError: pass
    assert [await f for f in asyncio.as_completed([job(1, .03), job(2, .01)])] == [2, 1]
    try:
        async with asyncio.timeout(0.02): await asyncio.sleep(9)
    except TimeoutError: pass
    else: raise AssertionError
    cleaned = []
    async def waits():
        try: await asyncio.sleep(9)
        finally: cleaned.append(1)
    async def breaks(): await asyncio.sleep(0); raise ValueError("x")
    try:
        async with asyncio.TaskGroup() as tg: tg.create_task(waits()); tg.create_task(breaks())
    except* ValueError as e: assert len(e.exceptions) == 1
    assert cleaned == [1]
    q = asyncio.Queue(2)
    async def producer():
        for i in range(5): await q.put(i)
    async def consumer(): return [await q.get() for _ in range(5)]
    assert (await asyncio.gather(producer(), consumer()))[1] == list(range(5))
    lock, sem, ev, cond = asyncio.Lock(), asyncio.Semaphore(2), asyncio.Event(), asyncio.Condition()
    seen = []
    async def guarded(n):
        async with lock: seen.append(n); await asyncio.sleep(0); seen.append(n)
    await asyncio.gather(*map(guarded, range(3))); assert seen == [0, 0, 1, 1, 2, 2]
    var = contextvars.ContextVar("v", default=0)
    async def sets(n): var.set(n); await asyncio.sleep(0); return var.get()
    assert await asyncio.gather(sets(1), sets(2)) == [1, 2] and var.get() == 0
    async def numbers():
        for i in range(3): yield i; await asyncio.sleep(0)
    assert [n async for n in numbers()] == [0, 1, 2]
async def main():
    for part in (tasks, threads, streams, big, unix, datagrams): await asyncio.wait_for(part(), 30)
asyncio.run(main(), debug=False)
asyncio.run(tasks(), debug=True)
with asyncio.Runner() as runner: assert runner.run(asyncio.sleep(0, 7)) == 7
