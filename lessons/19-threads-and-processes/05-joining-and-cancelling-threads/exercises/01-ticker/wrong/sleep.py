# expect: sleeps_on
import threading
import time


class Ticker:
    def __init__(self, interval, tick):
        self.interval, self.tick = interval, tick
        self.running = True
        self.thread = None

    def start(self):
        self.thread = threading.Thread(target=self.run)
        self.thread.start()

    def run(self):
        while self.running:
            time.sleep(self.interval)
            if self.running:
                self.tick()

    def stop(self):
        self.running = False
        if self.thread and self.thread is not threading.current_thread():
            self.thread.join()
