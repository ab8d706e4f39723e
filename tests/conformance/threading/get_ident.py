# threading.get_ident and get_native_id: nonzero, equal to the Thread's own, different for threads alive together.
import threading

both = threading.Barrier(2)
found = {}


def work(key):
    found[key] = (threading.get_ident(), threading.get_native_id(), threading.current_thread())
    both.wait()


threads = [threading.Thread(target=work, args=(key,)) for key in "ab"]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
for thread, key in zip(threads, "ab"):
    ident, native, current = found[key]
    print(ident == thread.ident, native == thread.native_id, current is thread, ident > 0, native > 0)
print(found["a"][0] != found["b"][0], found["a"][1] != found["b"][1])
print(threading.get_ident() == threading.main_thread().ident)
print(threading.Thread().native_id)
