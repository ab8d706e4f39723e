class Parser:
    def __init__(self):
        self.found = []
        self.machine = self.run()
        next(self.machine)

    def feed(self, data):
        self.machine.send(data)
        found, self.found = self.found, []
        return found

    def run(self):
        data = b""
        while True:
            while b"\n" not in data:
                data += yield
            line, data = data.split(b"\n", 1)
            command, size = line.decode().split()
            if int(size) < 0:
                raise ValueError("negative")
            while len(data) < int(size):
                data += yield
            self.found.append((command, data[: int(size)]))
            data = data[int(size) :]
