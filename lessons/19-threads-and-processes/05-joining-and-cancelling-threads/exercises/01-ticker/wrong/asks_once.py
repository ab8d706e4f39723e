# expect: never_stops
import threading


class Ticker:
    def __init__(self, interval, tick):
        self.interval, self.tick = interval, tick
        self.stopped = threading.Event()

    def start(self):
        self.thread = threading.Thread(target=self.run, daemon=True)
        self.thread.start()

    def run(self):
        while not self.stopped.is_set():
            self.stopped.wait(self.interval)
            while True:
                self.tick()
                threading.Event().wait(self.interval)

    def stop(self):
        self.stopped.set()
        self.thread.join()
