import heapq


class Broker:
    """Hands out tasks until they are acknowledged."""

    def __init__(self, attempts=3, limit=60):
        self.attempts = attempts
        self.limit = limit
        self.dead = []
        self.waiting = []
        self.n_puts = 0

    def put(self, task, now, delay=0):
        self.n_puts += 1
        heapq.heappush(self.waiting, (now + delay, self.n_puts, task))

    def get(self, now):
        if self.waiting and self.waiting[0][0] <= now:
            due, number, task = heapq.heappop(self.waiting)
            return number, task
        return None

    def done(self, number, now):
        pass  # TODO

    def failed(self, number, now):
        pass  # TODO


if __name__ == "__main__":
    broker = Broker()
    broker.put("convert", now=0)
    number, task = broker.get(now=0)
    broker.failed(number, now=5)
    print(broker.get(now=5), broker.get(now=6))
