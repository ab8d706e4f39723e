# selectors: SelectSelector, PollSelector and EpollSelector report the same events.
import selectors
import socket

for kind in (selectors.SelectSelector, selectors.PollSelector, selectors.EpollSelector):
    a, b = socket.socketpair()
    with kind() as selector:
        selector.register(a, selectors.EVENT_READ, "a")
        selector.register(b, selectors.EVENT_READ | selectors.EVENT_WRITE, "b")
        first = [(key.data, events) for key, events in selector.select(0)]
        b.sendall(b"x")
        second = sorted((key.data, events) for key, events in selector.select(0))
        print(kind.__name__, first, second, selector.select(-1) != [])
    a.close()
    b.close()
