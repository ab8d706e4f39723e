# threading.local: what a thread has stored is released when the thread ends.
import gc
import threading
import weakref


class Thing:
    pass


data = threading.local()
references = []


def work():
    data.thing = Thing()
    references.append(weakref.ref(data.thing))


thread = threading.Thread(target=work)
thread.start()
thread.join()
gc.collect()
print(references[0]() is None)
