import select
import socket


def serve(listener):
    buffers = {}
    total = 0
    while True:
        ready, _, _ = select.select([listener, *buffers], [], [])
        for sock in ready:
            if sock is listener:
                buffers[listener.accept()[0]] = b""
                continue
            data = sock.recv(4096)
            if not data:
                del buffers[sock]
                sock.close()
                continue
            *lines, buffers[sock] = (buffers[sock] + data).split(b"\n")
            for line in lines:
                words = line.decode().split()
                try:
                    if len(words) != 2 or words[0] != "ADD":
                        raise ValueError(line)
                    total += int(words[1])
                    reply = f"TOTAL {total}\n"
                except ValueError:
                    reply = "ERROR\n"
                sock.sendall(reply.encode())


class Client:
    def __init__(self, address):
        self.sock = socket.create_connection(address)
        self.file = self.sock.makefile("rwb")

    def add(self, number):
        self.file.write(f"ADD {number}\n".encode())
        self.file.flush()
        reply = self.file.readline()
        if reply[-1:] != b"\n":
            raise ConnectionAbortedError("no whole line")
        word, *rest = reply.decode().split()
        if word == "ERROR":
            raise ValueError(number)
        return int(rest[0])

    def close(self):
        self.file.close()
        self.sock.close()
