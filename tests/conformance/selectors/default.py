# selectors.DefaultSelector: register with data, select gives keys and events, modify, unregister, get_map.
import selectors
import socket

a, b = socket.socketpair()
with selectors.DefaultSelector() as selector:
    key = selector.register(a, selectors.EVENT_READ, data="the data")
    print(key.fileobj is a, key.fd == a.fileno(), key.events == selectors.EVENT_READ, key.data)
    print(selector.select(timeout=0), len(selector.get_map()))
    b.sendall(b"x")
    (found, events), = selector.select()
    print(found.data, events == selectors.EVENT_READ)
    selector.modify(a, selectors.EVENT_READ | selectors.EVENT_WRITE, "both")
    (found, events), = selector.select()
    print(found.data, events == selectors.EVENT_READ | selectors.EVENT_WRITE)
    try:
        selector.register(a, selectors.EVENT_READ)
    except KeyError:
        print("KeyError")
    print(selector.get_key(a).data, selector.unregister(a).data)
    for call in (lambda: selector.unregister(a), lambda: selector.get_key(a)):
        try:
            call()
        except KeyError:
            print("KeyError")
    try:
        selector.register(a, 0)
    except ValueError:
        print("ValueError")
a.close()
b.close()
