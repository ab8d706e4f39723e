# expect: never_dead
import heapq


class Broker:
    def __init__(self, attempts=3, limit=60):
        self.limit, self.dead, self.waiting, self.taken, self.n = limit, [], [], {}, 0

    def put(self, task, now, delay=0, failures=0):
        self.n += 1
        heapq.heappush(self.waiting, (now + delay, self.n, task, failures))

    def get(self, now):
        for number, (deadline, task, failures) in list(self.taken.items()):
            if deadline <= now:
                del self.taken[number]
                self.put(task, deadline, 0, failures)
        if self.waiting and self.waiting[0][0] <= now:
            _, number, task, failures = heapq.heappop(self.waiting)
            self.taken[number] = now + self.limit, task, failures
            return number, task

    def done(self, number, now):
        self.taken.pop(number, None)

    def failed(self, number, now):
        if number in self.taken:
            _, task, failures = self.taken.pop(number)
            self.put(task, now, 2**failures, failures + 1)
