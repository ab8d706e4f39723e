import threading
import time


class Ticker:
    """Calls a function at regular intervals, in a thread of its own."""

    def __init__(self, interval, tick):
        self.interval = interval
        self.tick = tick

    def start(self):
        threading.Thread(target=self._run, daemon=True).start()

    def _run(self):
        while True:
            time.sleep(self.interval)
            self.tick()

    def stop(self):
        pass  # TODO


if __name__ == "__main__":
    ticker = Ticker(0.1, lambda: print("tick"))
    ticker.start()
    time.sleep(0.35)
    ticker.stop()
