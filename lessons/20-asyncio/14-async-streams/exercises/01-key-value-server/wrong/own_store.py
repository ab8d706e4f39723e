# expect: not_shared
def make_handler():
    async def handle(reader, writer):
        store = {}
        async for line in reader:
            match line.decode().rstrip("\n").split(" ", 2):
                case ["SET", key, value]:
                    store[key] = value
                    reply = "OK"
                case ["GET", key]:
                    reply = store.get(key, "NONE")
                case ["QUIT"]:
                    writer.write(b"BYE\n")
                    break
                case _:
                    reply = "ERROR"
            writer.write(f"{reply}\n".encode())
            await writer.drain()
        writer.close()

    return handle
