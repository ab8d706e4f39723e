# select.poll: register, modify, unregister; events tell reading, writing and hang-up; an unknown descriptor is an error.
import select
import socket

a, b = socket.socketpair()
poll = select.poll()
poll.register(a, select.POLLIN)
print(poll.poll(0), poll.poll(20))
b.sendall(b"x")
print(poll.poll() == [(a.fileno(), select.POLLIN)])
poll.modify(a, select.POLLIN | select.POLLOUT)
print(poll.poll()[0][1] == select.POLLIN | select.POLLOUT)
b.close()
a.recv(1)
events = dict(poll.poll())[a.fileno()]
print(bool(events & select.POLLIN), bool(events & select.POLLHUP))
poll.unregister(a)
print(poll.poll(0))
for call in (lambda: poll.unregister(a), lambda: poll.modify(a, select.POLLIN)):
    try:
        call()
    except (KeyError, OSError) as error:
        print(type(error).__name__)
number = a.detach()
import os

os.close(number)
poll.register(number, select.POLLIN)
print(poll.poll(0) == [(number, select.POLLNVAL)])
