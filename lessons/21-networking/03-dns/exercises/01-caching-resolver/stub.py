import socket


class Resolver:
    def __init__(self, ask, clock, negative_ttl=30):
        self.ask = ask
        self.clock = clock
        self.negative_ttl = negative_ttl
        self.known = {}

    def lookup(self, name):
        # TODO: every name is remembered as it was typed, and forever.
        if name not in self.known:
            addresses, ttl = self.ask(name)
            self.known[name] = addresses
        return self.known[name]


if __name__ == "__main__":
    import time

    def ask(name):
        print("asking for", name)
        return ["203.0.113.7"], 0.2

    resolver = Resolver(ask, time.monotonic)
    for pause in (0, 0.1, 0.2):
        time.sleep(pause)
        print(resolver.lookup("Shop.Example."))
