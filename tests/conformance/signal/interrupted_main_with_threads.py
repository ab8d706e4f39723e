# KeyboardInterrupt: raised in the main thread only; other threads go on.
import signal
import threading

gate = threading.Event()
results = []


def work():
    gate.wait()
    results.append("worker finished")


thread = threading.Thread(target=work)
thread.start()
threading.Timer(0.03, signal.pthread_kill, [threading.main_thread().ident, signal.SIGINT]).start()
try:
    threading.Event().wait()
except KeyboardInterrupt:
    print("KeyboardInterrupt in", threading.current_thread().name)
gate.set()
thread.join()
print(results)
