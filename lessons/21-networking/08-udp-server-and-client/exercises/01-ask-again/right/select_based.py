import select
import time


def ask(sock, address, number, text, attempts=3, timeout=0.2):
    prefix = f"{number} ".encode()
    for _ in range(attempts):
        sock.sendto(prefix + text.encode(), address)
        end = time.monotonic() + timeout
        while select.select([sock], [], [], max(0, end - time.monotonic()))[0]:
            data = sock.recv(65535)
            if data.startswith(prefix):
                return data.removeprefix(prefix).decode()
    raise TimeoutError("no reply")


def serve(sock, handle):
    known = {}
    while True:
        data, client = sock.recvfrom(65535)
        number, text = data.decode().split(" ", 1)
        replies = known.setdefault(client, {})
        reply = replies.get(number)
        if reply is None:
            reply = replies[number] = f"{number} {handle(text)}".encode()
        sock.sendto(reply, client)
