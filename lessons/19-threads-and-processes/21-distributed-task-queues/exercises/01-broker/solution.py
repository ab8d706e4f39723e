import heapq


class Broker:
    """Hands out tasks until they are acknowledged."""

    def __init__(self, attempts=3, limit=60):
        self.attempts = attempts
        self.limit = limit
        self.dead = []
        self._waiting = []  # a heap of (due, number, task, failures)
        self._taken = {}  # number: (deadline, task, failures)
        self._last_number = 0

    def put(self, task, now, delay=0):
        self._add(now + delay, task, 0)

    def get(self, now):
        self._take_back(now)
        if not self._waiting or self._waiting[0][0] > now:
            return None
        _, _, task, failures = heapq.heappop(self._waiting)
        number = self._new_number()
        self._taken[number] = now + self.limit, task, failures
        return number, task

    def done(self, number, now):
        self._take_back(now)
        self._taken.pop(number, None)

    def failed(self, number, now):
        self._take_back(now)
        if number in self._taken:
            _, task, failures = self._taken.pop(number)
            self._again(now + 2**failures, task, failures + 1)

    def _take_back(self, now):
        """Treat the workers whose time is over as dead."""
        late = [number for number, (deadline, *_) in self._taken.items() if deadline <= now]
        for number in late:
            deadline, task, failures = self._taken.pop(number)
            self._again(deadline, task, failures + 1)

    def _again(self, due, task, failures):
        if failures >= self.attempts:
            self.dead.append(task)
        else:
            self._add(due, task, failures)

    def _add(self, due, task, failures):
        heapq.heappush(self._waiting, (due, self._new_number(), task, failures))

    def _new_number(self):
        self._last_number += 1
        return self._last_number
