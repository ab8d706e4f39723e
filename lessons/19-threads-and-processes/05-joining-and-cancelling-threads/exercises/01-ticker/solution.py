import threading
import time


class Ticker:
    """Calls a function at regular intervals, in a thread of its own."""

    def __init__(self, interval, tick):
        self.interval = interval
        self.tick = tick
        self._stopped = threading.Event()
        self._thread = None

    def start(self):
        self._thread = threading.Thread(target=self._run)
        self._thread.start()

    def _run(self):
        while not self._stopped.wait(self.interval):
            self.tick()

    def stop(self):
        self._stopped.set()
        if self._thread is not None and self._thread is not threading.current_thread():
            self._thread.join()


if __name__ == "__main__":
    ticker = Ticker(0.1, lambda: print("tick"))
    ticker.start()
    time.sleep(0.35)
    ticker.stop()
