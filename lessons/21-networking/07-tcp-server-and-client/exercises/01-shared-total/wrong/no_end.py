# expect: end_unnoticed
import socket
import threading


def serve(listener):
    """Accept clients for ever; all of them add to the same total."""
    total = 0
    lock = threading.Lock()

    def reply_to(line):
        nonlocal total
        try:
            command, number = line.split()
            amount = int(number)
        except ValueError:
            return "ERROR"
        if command != "ADD":
            return "ERROR"
        with lock:
            total += amount
            return f"TOTAL {total}"

    def talk(sock):
        with sock, sock.makefile("r", encoding="utf-8", newline="\n") as lines:
            for line in lines:
                sock.sendall(f"{reply_to(line)}\n".encode())

    while True:
        sock, _address = listener.accept()
        threading.Thread(target=talk, args=[sock], daemon=True).start()


class Client:
    """The other end: each call is one line sent, and one line received."""

    def __init__(self, address):
        self.sock = socket.create_connection(address, timeout=2)
        self.lines = self.sock.makefile("r", encoding="utf-8", newline="\n")

    def add(self, number):
        self.sock.sendall(f"ADD {number}\n".encode())
        reply = self.lines.readline()
        if reply == "ERROR\n":
            raise ValueError(f"the server refused {number!r}")
        return int(reply.removeprefix("TOTAL "))

    def close(self):
        self.lines.close()
        self.sock.close()
