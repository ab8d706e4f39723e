import threading


class Ticker:
    def __init__(self, interval, tick):
        self.interval = interval
        self.tick = tick
        self.changed = threading.Condition()
        self.is_stopped = False
        self.thread = threading.Thread(target=self.work)

    def start(self):
        self.thread.start()

    def work(self):
        while True:
            with self.changed:
                if self.changed.wait_for(lambda: self.is_stopped, self.interval):
                    break
            self.tick()

    def stop(self):
        with self.changed:
            self.is_stopped = True
            self.changed.notify_all()
        if threading.get_ident() != self.thread.ident and self.thread.ident:
            self.thread.join()
