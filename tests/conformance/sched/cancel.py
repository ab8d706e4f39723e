# sched.scheduler.cancel: removes an event; one that is not in the queue is a ValueError.
import sched

now = 0


def clock():
    return now


def sleep(seconds):
    global now
    now += seconds


log = []
scheduler = sched.scheduler(clock, sleep)
first = scheduler.enter(1, 1, log.append, ("first",))
second = scheduler.enter(2, 1, log.append, kwargs={}, argument=("second",))
scheduler.cancel(first)
print(scheduler.empty(), scheduler.queue == [second])
scheduler.run()
print(log, now)
try:
    scheduler.cancel(second)
except ValueError:
    print("ValueError")
