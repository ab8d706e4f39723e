# signal: handlers are set in the main thread only, and run there whichever thread the signal comes from.
import signal
import threading

found = []


def handler(number, frame):
    found.append(threading.current_thread() is threading.main_thread())


signal.signal(signal.SIGUSR1, handler)
done = threading.Event()


def work():
    try:
        signal.signal(signal.SIGUSR1, signal.SIG_DFL)
    except ValueError as error:
        found.append(type(error).__name__)
    signal.raise_signal(signal.SIGUSR1)
    done.set()


threading.Thread(target=work).start()
done.wait()
while len(found) < 2:
    pass
print(found)
