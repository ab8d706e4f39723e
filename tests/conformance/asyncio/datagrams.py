# loop.create_datagram_endpoint: datagrams with their senders, both ways.
import asyncio


class Server(asyncio.DatagramProtocol):
    def connection_made(self, transport):
        self.transport = transport

    def datagram_received(self, data, address):
        self.transport.sendto(data.upper(), address)


class Client(asyncio.DatagramProtocol):
    def __init__(self, queue):
        self.queue = queue

    def datagram_received(self, data, address):
        self.queue.put_nowait((data, address))


async def main():
    loop = asyncio.get_running_loop()
    server, _ = await loop.create_datagram_endpoint(Server, local_addr=("127.0.0.1", 0))
    address = server.get_extra_info("sockname")
    queue = asyncio.Queue()
    client, _ = await loop.create_datagram_endpoint(lambda: Client(queue), remote_addr=address)
    for word in (b"one", b"two"):
        client.sendto(word)
        data, sender = await asyncio.wait_for(queue.get(), 30)
        print(data, sender == address)
    client.close()
    server.close()


asyncio.run(main())
