class Store:
    def __init__(self):
        self.data = {}

    def SET(self, key, value):
        self.data[key] = value
        return "OK"

    def GET(self, key):
        return self.data.get(key, "NONE")

    async def handle(self, reader, writer):
        while not reader.at_eof():
            line = (await reader.readline()).decode()
            if not line:
                break
            words = line[:-1].split(" ", 2)
            if words == ["QUIT"]:
                writer.write(b"BYE\n")
                break
            try:
                method = {"SET": self.SET, "GET": self.GET}[words[0]]
                reply = method(*words[1:])
            except (KeyError, TypeError):
                reply = "ERROR"
            writer.write(f"{reply}\n".encode())
            await writer.drain()
        writer.close()


def make_handler():
    return Store().handle
