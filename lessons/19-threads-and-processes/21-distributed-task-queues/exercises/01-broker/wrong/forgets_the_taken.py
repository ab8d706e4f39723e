# expect: lost
import heapq


class Broker:
    def __init__(self, attempts=3, limit=60):
        self.attempts, self.dead, self.waiting, self.taken, self.n = attempts, [], [], {}, 0

    def put(self, task, now, delay=0, failures=0):
        self.n += 1
        heapq.heappush(self.waiting, (now + delay, self.n, task, failures))

    def get(self, now):
        if self.waiting and self.waiting[0][0] <= now:
            _, number, task, failures = heapq.heappop(self.waiting)
            self.taken[number] = task, failures
            return number, task

    def done(self, number, now):
        self.taken.pop(number, None)

    def failed(self, number, now):
        task, failures = self.taken.pop(number)
        if failures + 1 == self.attempts:
            self.dead.append(task)
        else:
            self.put(task, now, 2**failures, failures + 1)
