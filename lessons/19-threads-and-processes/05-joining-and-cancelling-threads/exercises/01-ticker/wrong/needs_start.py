# expect: not_started
import threading


class Ticker:
    def __init__(self, interval, tick):
        self.interval, self.tick = interval, tick
        self.stopped = threading.Event()

    def start(self):
        self.thread = threading.Thread(target=self.run)
        self.thread.start()

    def run(self):
        while not self.stopped.wait(self.interval):
            self.tick()

    def stop(self):
        self.stopped.set()
        if self.thread is not threading.current_thread():
            self.thread.join()
