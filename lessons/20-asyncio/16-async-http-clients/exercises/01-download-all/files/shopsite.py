"""A web site on 127.0.0.1:8000. Each page takes 0.1 seconds."""

import asyncio

PAGES = {"/": "home", "/news": "news", "/shop": "shop", "/cart": "cart", "/help": "help"}
URLS = [f"http://127.0.0.1:8000{path}" for path in PAGES]
n_connections = 0


async def start():
    """Start the site; use it with `async with`."""
    return await asyncio.start_server(serve, "127.0.0.1", 8000)


async def serve(reader, writer):
    """Answer the requests of one connection."""
    global n_connections
    n_connections += 1
    try:
        while request := await reader.readline():
            path = request.decode().split()[1]
            while (await reader.readline()).strip():
                pass  # the headers
            await asyncio.sleep(1 if path == "/slow" else 0.1)
            status, text = ("200 OK", PAGES[path]) if path in PAGES else ("404 Not Found", "nothing here")
            body = f"<h1>{text}</h1>".encode()
            writer.write(f"HTTP/1.1 {status}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body)
            await writer.drain()
    except ConnectionError:
        pass  # the client has gone
    finally:
        writer.close()
