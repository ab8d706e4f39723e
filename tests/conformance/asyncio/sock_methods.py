# loop.sock_accept, sock_connect, sock_recv and sock_sendall: plain non-blocking sockets in coroutines.
import asyncio
import socket


async def serve(loop, server):
    connection, _ = await loop.sock_accept(server)
    with connection:
        while data := await loop.sock_recv(connection, 100):
            await loop.sock_sendall(connection, data[::-1])


async def main():
    loop = asyncio.get_running_loop()
    server = socket.create_server(("127.0.0.1", 0))
    server.setblocking(False)
    task = asyncio.create_task(serve(loop, server))
    client = socket.socket()
    client.setblocking(False)
    await loop.sock_connect(client, server.getsockname())
    await loop.sock_sendall(client, b"hello")
    print(await loop.sock_recv(client, 100))
    client.close()
    await task
    server.close()
    print(task.exception())


asyncio.run(main())
