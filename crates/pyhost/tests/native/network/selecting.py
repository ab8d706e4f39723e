"""Owns readiness: select, poll, epoll and selectors."""

import os, select, selectors, socket, threading, time
r, w = os.pipe(); a, b = socket.socketpair()
assert select.select([r, a], [w, b], [], 0) == ([], [w, b], [])
os.write(w, b"1"); b.send(b"2")
assert select.select([r, a], [], [], 5) == ([r, a], [], [])
start = time.monotonic(); assert select.select([b], [], [], 0.05) == ([], [], []); assert 0.04 < time.monotonic() - start < 2
threading.Timer(0.05, a.send, (b"late",)).start()
assert select.select([b], [], [])[0] == [b] and b.recv(9) == b"late"
closed = os.dup(r); os.close(closed)
for bad, kind in [(([-1], [], []), ValueError), (([], [], [], -1), ValueError), ((["x"], [], []), TypeError), (([closed], [], []), OSError)]:
    try: select.select(*bad)
    except kind: pass
    else: raise AssertionError(bad)
p = select.poll()
p.register(r, select.POLLIN); p.register(a); p.register(b.fileno(), select.POLLIN); p.register(999, select.POLLIN)
assert p.poll(0) == [(r, select.POLLIN), (a.fileno(), select.POLLIN | select.POLLOUT), (999, select.POLLNVAL)], p.poll(0)
p.unregister(999); p.unregister(r); p.modify(a, select.POLLRDNORM); assert p.poll(0) == [(a.fileno(), select.POLLRDNORM)]
for call, kind in [(lambda: p.modify(77, 1), FileNotFoundError), (lambda: p.unregister(77), KeyError)]:
    try: call()
    except kind: pass
    else: raise AssertionError
with select.epoll() as e:
    e.register(r, select.EPOLLIN); e.register(a, select.EPOLLIN | select.EPOLLONESHOT)
    assert sorted(e.poll()) == sorted([(r, 1), (a.fileno(), 1)]) and e.poll(0) == [(r, 1)]
    e.modify(a, select.EPOLLOUT); assert len(e.poll(1, 1)) == 1
    for call, kind in [(lambda: e.register(r), FileExistsError), (lambda: e.modify(b, 1), FileNotFoundError), (lambda: e.unregister(b), FileNotFoundError),
                       (lambda: e.register(999), OSError), (lambda: e.register(open("f", "w")), PermissionError)]:
        try: call()
        except kind: pass
        else: raise AssertionError
    os.close(r); assert e.poll(0) == [(a.fileno(), select.EPOLLOUT)]
    s = e.fileno(); assert s > 2
assert e.closed
try: e.poll()
except ValueError: pass
assert a.recv(9) == b"2"; a.close(); assert select.select([b], [], [], 5)[0] == [b] and b.recv(1) == b""
# what a selector sees of connections
sel = selectors.DefaultSelector()
server = socket.create_server(("127.0.0.1", 0)); server.setblocking(False)
sel.register(server, selectors.EVENT_READ, "server")
assert sel.select(0) == []
clients = [socket.create_connection(server.getsockname()) for _ in range(3)]
accepted = []
while len(accepted) < 3:
    for key, events in sel.select(5):
        assert key.data == "server" and events == selectors.EVENT_READ
        accepted.append(server.accept()[0])
c = socket.socket(); c.setblocking(False)
assert c.connect_ex(server.getsockname()) in (0, 115)
sel.register(c, selectors.EVENT_WRITE); assert (c, selectors.EVENT_WRITE) in [(k.fileobj, e) for k, e in sel.select(5)]
assert c.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR) == 0
# many
pairs = [socket.socketpair() for _ in range(250)]
sel2 = selectors.DefaultSelector()
for i, (x, y) in enumerate(pairs): sel2.register(x, selectors.EVENT_READ, i); sel2.register(y, selectors.EVENT_READ, -1)
for i in (3, 77, 249): pairs[i][1].send(b"!")
assert sorted(k.data for k, _ in sel2.select()) == [3, 77, 249]
sel2.close()
