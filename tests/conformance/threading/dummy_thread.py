# threading.current_thread: in a thread started without threading it returns a daemonic dummy thread.
import _thread
import threading

done = threading.Event()
found = []


def work():
    current = threading.current_thread()
    found.append((current.daemon, current.is_alive(), current in threading.enumerate(), isinstance(current, threading.Thread)))
    try:
        current.start()
    except RuntimeError:
        found.append("RuntimeError")
    done.set()


_thread.start_new_thread(work, ())
done.wait()
print(found)
