# An uncaught exception in the main thread: other threads go on to their end, the exit status is 1.
import threading

gate = threading.Event()


def work():
    gate.wait()
    print("worker ends", flush=True)


threading.Thread(target=work).start()
threading.Timer(0.02, gate.set).start()
raise ValueError("main is gone")
