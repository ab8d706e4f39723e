import re
import socket
import threading


class Totals:
    def __init__(self):
        self.value = 0
        self.lock = threading.Lock()

    def answer(self, line):
        found = re.fullmatch(rb"ADD (-?\d+)\n", line)
        if found is None:
            return b"ERROR\n"
        with self.lock:
            self.value += int(found[1])
            return b"TOTAL %d\n" % self.value


class Conversation(threading.Thread):
    def __init__(self, sock, totals):
        super().__init__(daemon=True)
        self.sock = sock
        self.totals = totals

    def run(self):
        with self.sock, self.sock.makefile("rb") as lines:
            while line := lines.readline():
                self.sock.sendall(self.totals.answer(line))


def serve(listener):
    totals = Totals()
    while True:
        Conversation(listener.accept()[0], totals).start()


class Client:
    def __init__(self, address):
        self.sock = socket.create_connection(address)

    def add(self, number):
        self.sock.sendall(b"ADD %s\n" % str(number).encode())
        reply = b""
        while not reply.endswith(b"\n"):
            data = self.sock.recv(1)
            if not data:
                raise ConnectionError("closed")
            reply += data
        match reply.split():
            case [b"TOTAL", total]:
                return int(total)
        raise ValueError(reply)

    def close(self):
        self.sock.close()
