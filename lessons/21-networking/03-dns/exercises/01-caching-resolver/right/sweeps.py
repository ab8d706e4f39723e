import socket


class Resolver:
    """Throws out what is too old, then looks."""

    def __init__(self, ask, clock, negative_ttl=30):
        self.ask, self.clock, self.negative_ttl = ask, clock, negative_ttl
        self.entries = {}

    def lookup(self, name):
        name = name.lower().strip(".")
        now = self.clock()
        self.entries = {key: entry for key, entry in self.entries.items() if entry["end"] > now}
        if name not in self.entries:
            entry = {"addresses": [], "error": None}
            try:
                entry["addresses"], ttl = self.ask(name)
            except socket.gaierror as error:
                if error.errno != socket.EAI_NONAME:
                    raise
                entry["error"], ttl = error, self.negative_ttl
            self.entries[name] = entry | {"end": now + ttl}
            if entry["error"]:
                raise entry["error"]
            return list(entry["addresses"])
        entry = self.entries[name]
        if entry["error"]:
            raise socket.gaierror(*entry["error"].args)
        return list(entry["addresses"])
