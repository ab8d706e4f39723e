# threading.enumerate, active_count, current_thread, main_thread: the threads alive, not those before start or after the end.
import threading

main = threading.main_thread()
print(threading.current_thread() is main, main.name, threading.active_count(), threading.enumerate() == [main])
gate = threading.Event()
seen = []


def work():
    seen.append(threading.current_thread().name)
    seen.append(threading.main_thread() is main)
    gate.wait()


thread = threading.Thread(target=work, name="w")
print(thread in threading.enumerate())
thread.start()
print(sorted(it.name for it in threading.enumerate()), threading.active_count())
gate.set()
thread.join()
print(seen, threading.enumerate() == [main])
