import heapq


class Broker:
    def __init__(self, attempts=3, limit=60):
        self.attempts, self.limit = attempts, limit
        self.dead, self.waiting, self.deadlines, self.taken = [], [], [], {}
        self.counter = 0

    def put(self, task, now, delay=0):
        self.enqueue(task, now + delay, self.attempts)

    def enqueue(self, task, due, attempts_left):
        if not attempts_left:
            self.dead.append(task)
            return
        self.counter += 1
        heapq.heappush(self.waiting, (due, self.counter, task, attempts_left))

    def expire(self, now):
        while self.deadlines and self.deadlines[0][0] <= now:
            deadline, number = heapq.heappop(self.deadlines)
            if number in self.taken:
                task, left = self.taken.pop(number)
                self.enqueue(task, deadline, left - 1)

    def get(self, now):
        self.expire(now)
        if self.waiting and self.waiting[0][0] <= now:
            _, _, task, left = heapq.heappop(self.waiting)
            self.counter += 1
            self.taken[self.counter] = task, left
            heapq.heappush(self.deadlines, (now + self.limit, self.counter))
            return self.counter, task

    def done(self, number, now):
        self.expire(now)
        self.taken.pop(number, None)

    def failed(self, number, now):
        self.expire(now)
        task, left = self.taken.pop(number, (None, None))
        if left is not None:
            self.enqueue(task, now + 2 ** (self.attempts - left), left - 1)
