from dataclasses import dataclass
from itertools import count


@dataclass
class Job:
    task: object
    due: float
    order: int
    failures: int = 0
    number: int = None
    deadline: float = None


class Broker:
    def __init__(self, attempts=3, limit=60):
        self.attempts, self.limit = attempts, limit
        self.jobs, self.dead, self.numbers = [], [], count(1)

    def put(self, task, now, delay=0):
        self.jobs.append(Job(task, now + delay, next(self.numbers)))

    def fail(self, job, due):
        job.failures += 1
        job.due, job.order, job.number, job.deadline = due, next(self.numbers), None, None
        if job.failures == self.attempts:
            self.jobs.remove(job)
            self.dead.append(job.task)

    def bury(self, now):
        for job in [job for job in self.jobs if job.deadline is not None and job.deadline <= now]:
            self.fail(job, job.deadline)

    def get(self, now):
        self.bury(now)
        ready = [job for job in self.jobs if job.number is None and job.due <= now]
        if not ready:
            return None
        job = min(ready, key=lambda job: (job.due, job.order))
        job.number, job.deadline = next(self.numbers), now + self.limit
        return job.number, job.task

    def found(self, number, now):
        self.bury(now)
        return [job for job in self.jobs if job.number == number and number is not None]

    def done(self, number, now):
        for job in self.found(number, now):
            self.jobs.remove(job)

    def failed(self, number, now):
        for job in self.found(number, now):
            self.fail(job, now + 2**job.failures)
