# expect: ticks_after_stop
import threading


class Ticker:
    def __init__(self, interval, tick):
        self.interval, self.tick = interval, tick
        self.stopped = threading.Event()

    def start(self):
        threading.Thread(target=self.run).start()

    def run(self):
        while not self.stopped.wait(self.interval):
            self.tick()

    def stop(self):
        self.stopped.set()
