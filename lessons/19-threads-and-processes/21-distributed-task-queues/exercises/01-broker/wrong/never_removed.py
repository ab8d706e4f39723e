# expect: twice
class Broker:
    def __init__(self, attempts=3, limit=60):
        self.limit, self.dead, self.tasks, self.n = limit, [], [], 0

    def put(self, task, now, delay=0):
        self.tasks.append([now + delay, task])

    def get(self, now):
        for entry in sorted(self.tasks, key=lambda entry: entry[0]):
            if entry[0] <= now:
                self.n += 1
                entry[0] = now + self.limit
                return self.n, entry[1]

    def done(self, number, now):
        pass

    def failed(self, number, now):
        pass
