# select.select: returns what is ready to read or write; a timeout gives empty lists; a closed socket is refused.
import select
import socket
import threading
import time

a, b = socket.socketpair()
print(select.select([a], [], [], 0), select.select([a], [b], [], 0) == ([], [b], []))
started = time.monotonic()
print(select.select([a, b], [], [], 0.05), 0.04 < time.monotonic() - started < 5)
threading.Timer(0.02, b.sendall, [b"x"]).start()
print(select.select([a], [], [], 30) == ([a], [], []), a.recv(1))
b.close()
print(select.select([a.fileno()], [], [], 0) == ([a.fileno()], [], []), a.recv(1))
a.close()
for bad in ([a], [-1], ["x"]):
    try:
        select.select(bad, [], [], 0)
    except (ValueError, OSError, TypeError) as error:
        print(type(error).__name__)
