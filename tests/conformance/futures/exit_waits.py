# ThreadPoolExecutor: the interpreter's exit waits for pending calls even without shutdown.
import threading
from concurrent.futures import ThreadPoolExecutor

pool = ThreadPoolExecutor(1)
gate = threading.Event()
pool.submit(gate.wait)
pool.submit(print, "the pending call ran")
threading.Timer(0.02, gate.set).start()
print("main ends")
