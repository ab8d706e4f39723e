import threading


class Ticker(threading.Thread):
    def __init__(self, interval, tick):
        super().__init__(daemon=True)
        self.interval = interval
        self.tick = tick
        self.stop_asked = threading.Event()

    def run(self):
        while True:
            if self.stop_asked.wait(timeout=self.interval):
                return
            self.tick()

    def stop(self):
        self.stop_asked.set()
        if self.is_alive() and threading.current_thread() is not self:
            self.join()
