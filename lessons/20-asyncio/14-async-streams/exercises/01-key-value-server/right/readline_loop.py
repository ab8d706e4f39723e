def make_handler():
    values = {}

    async def handle(reader, writer):
        with_reply = True
        while with_reply and (line := await reader.readline()):
            command, _, rest = line.decode().removesuffix("\n").partition(" ")
            key, _, value = rest.partition(" ")
            reply = "ERROR"
            if command == "SET" and key and value:
                values[key] = value
                reply = "OK"
            elif command == "GET" and key and not value:
                reply = values.get(key, "NONE")
            elif command == "QUIT" and not rest:
                reply, with_reply = "BYE", False
            writer.write(reply.encode() + b"\n")
            await writer.drain()
        writer.close()

    return handle
