# loop.getaddrinfo and getnameinfo: resolve without blocking the loop.
import asyncio
import socket


async def main():
    loop = asyncio.get_running_loop()
    infos = await loop.getaddrinfo("localhost", 80, type=socket.SOCK_STREAM)
    print(("127.0.0.1", 80) in [info[4] for info in infos])
    print(await loop.getnameinfo(("127.0.0.1", 80), socket.NI_NUMERICHOST | socket.NI_NUMERICSERV))
    try:
        await loop.getaddrinfo("no-such-host.invalid", 80)
    except socket.gaierror:
        print("gaierror")


asyncio.run(main())
