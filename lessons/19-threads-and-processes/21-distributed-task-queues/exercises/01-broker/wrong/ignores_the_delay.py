# expect: too_early
import heapq


class Broker:
    def __init__(self, attempts=3, limit=60):
        self.dead, self.waiting, self.n = [], [], 0

    def put(self, task, now, delay=0):
        self.n += 1
        heapq.heappush(self.waiting, (now + delay, self.n, task))

    def get(self, now):
        if self.waiting:
            return heapq.heappop(self.waiting)[1:]

    def done(self, number, now):
        pass

    def failed(self, number, now):
        pass
