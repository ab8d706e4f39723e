# expect: joins_itself
import threading


class Ticker:
    def __init__(self, interval, tick):
        self.interval, self.tick = interval, tick
        self.stopped = threading.Event()
        self.thread = None

    def start(self):
        self.thread = threading.Thread(target=self.run)
        self.thread.start()

    def run(self):
        while not self.stopped.wait(self.interval):
            self.tick()

    def stop(self):
        self.stopped.set()
        if self.thread is not None:
            self.thread.join()
