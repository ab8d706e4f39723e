# loop.add_reader and add_writer: callbacks when a descriptor is ready; remove tells whether there was one.
import asyncio
import socket


async def main():
    loop = asyncio.get_running_loop()
    a, b = socket.socketpair()
    a.setblocking(False)
    readable, writable = asyncio.Event(), asyncio.Event()
    loop.add_reader(a, readable.set)
    await asyncio.sleep(0.01)
    print(readable.is_set())
    b.sendall(b"x")
    await asyncio.wait_for(readable.wait(), 30)
    print(a.recv(1), loop.remove_reader(a), loop.remove_reader(a))
    loop.add_writer(a, writable.set)
    await asyncio.wait_for(writable.wait(), 30)
    print(loop.remove_writer(a), loop.remove_writer(a))
    a.close()
    b.close()


asyncio.run(main())
