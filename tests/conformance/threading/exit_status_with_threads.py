# sys.exit in the main thread: other threads still end first, and the exit status is kept.
import sys
import threading

gate = threading.Event()


def work():
    gate.wait()
    print("worker ends")


threading.Thread(target=work).start()
threading.Timer(0.02, gate.set).start()
sys.exit(3)
