# _thread: start_new_thread, allocate_lock, get_ident, exit and interrupt_main as documented.
import _thread
import threading

done = _thread.allocate_lock()
done.acquire()
found = []


def work(a, b=0):
    found.append((a, b, _thread.get_ident() != threading.main_thread().ident))
    done.release()
    _thread.exit()
    found.append("never")


ident = _thread.start_new_thread(work, (1,), {"b": 2})
done.acquire()
print(found, isinstance(ident, int), type(done) is _thread.LockType, _thread.error is RuntimeError)
try:
    _thread.interrupt_main()
    while True:
        pass
except KeyboardInterrupt:
    print("KeyboardInterrupt")
