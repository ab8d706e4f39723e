# asyncio protocols: connection_made, data_received, eof_received and connection_lost in this order; transports write and close.
import asyncio

log = []


class Echo(asyncio.Protocol):
    def connection_made(self, transport):
        self.transport = transport
        log.append("made")

    def data_received(self, data):
        log.append("data")
        self.transport.write(data.upper())

    def eof_received(self):
        log.append("eof")

    def connection_lost(self, error):
        log.append(("lost", error))


class Client(asyncio.Protocol):
    def __init__(self, done):
        self.done = done
        self.received = b""

    def connection_made(self, transport):
        transport.write(b"hello")
        transport.write_eof()

    def data_received(self, data):
        self.received += data

    def connection_lost(self, error):
        self.done.set_result((self.received, error))


async def main():
    loop = asyncio.get_running_loop()
    server = await loop.create_server(Echo, "127.0.0.1", 0)
    done = loop.create_future()
    transport, _ = await loop.create_connection(lambda: Client(done), *server.sockets[0].getsockname())
    print(await done, transport.is_closing())
    await asyncio.sleep(0.01)
    server.close()
    print(log)


asyncio.run(main())
