# select.epoll: like poll by registration; a level that stays ready is reported again; close ends it.
import select
import socket

a, b = socket.socketpair()
with select.epoll() as epoll:
    epoll.register(a, select.EPOLLIN)
    print(epoll.poll(0), epoll.closed)
    b.sendall(b"xy")
    print(epoll.poll(1) == [(a.fileno(), select.EPOLLIN)], epoll.poll(1, maxevents=1) == [(a.fileno(), select.EPOLLIN)])
    try:
        epoll.register(a)
    except FileExistsError:
        print("FileExistsError")
    epoll.modify(a, select.EPOLLOUT)
    print(epoll.poll(1) == [(a.fileno(), select.EPOLLOUT)])
    epoll.unregister(a)
    print(epoll.poll(0.01))
print(epoll.closed)
try:
    epoll.poll()
except ValueError:
    print("ValueError")
a.close()
b.close()
