# signal.pthread_kill: sends a signal to a thread of this process; the handler runs in the main thread.
import signal
import threading

found = []
signal.signal(signal.SIGUSR1, lambda number, frame: found.append(threading.current_thread().name))
gate = threading.Event()
thread = threading.Thread(target=gate.wait, args=(30,))
thread.start()
signal.pthread_kill(thread.ident, signal.SIGUSR1)
while not found:
    pass
print(found)
gate.set()
thread.join()
signal.pthread_kill(threading.main_thread().ident, signal.SIGUSR1)
while len(found) < 2:
    pass
print(found)
