import socket


class Resolver:
    def __init__(self, ask, clock, negative_ttl=30):
        self.ask, self.clock, self.negative_ttl = ask, clock, negative_ttl
        self.found, self.missing = {}, {}

    def lookup(self, name):
        name = name.casefold().rstrip(".")
        now = self.clock()
        if name in self.missing and now < self.missing[name]:
            raise socket.gaierror(socket.EAI_NONAME, name)
        if name in self.found and now < self.found[name][0]:
            return self.found[name][1].copy()
        try:
            addresses, ttl = self.ask(name)
        except socket.gaierror as error:
            if error.errno == socket.EAI_NONAME:
                self.missing[name] = now + self.negative_ttl
            raise
        self.found[name] = now + ttl, list(addresses)
        return list(addresses)
