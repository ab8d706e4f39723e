import socket


class Resolver:
    def __init__(self, ask, clock, negative_ttl=30):
        self.ask = ask
        self.clock = clock
        self.negative_ttl = negative_ttl
        self.known = {}  # name: (end, addresses, or None if there is no such name)

    def lookup(self, name):
        name = name.lower().removesuffix(".")
        now = self.clock()
        end, addresses = self.known.get(name, (now, None))
        if now >= end:
            end, addresses = self.known[name] = self._fresh(name, now)
        if addresses is None:
            raise socket.gaierror(socket.EAI_NONAME, f"no such name: {name}")
        return list(addresses)

    def _fresh(self, name, now):
        try:
            addresses, ttl = self.ask(name)
        except socket.gaierror as error:
            if error.errno != socket.EAI_NONAME:
                raise
            return now + self.negative_ttl, None
        return now + ttl, tuple(addresses)
