# expect: first_tick_missing
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
        while not self.stopped.is_set():
            self.tick()
            self.stopped.wait(self.interval)

    def stop(self):
        self.stopped.set()
        if self.thread not in (None, threading.current_thread()):
            self.thread.join()
