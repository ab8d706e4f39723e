# sched.scheduler.run: an exception leaves the queue intact, the event itself is gone; events may enter others.
import sched

now = 0


def sleep(seconds):
    global now
    now += seconds


log = []
scheduler = sched.scheduler(lambda: now, sleep)


def fail():
    raise KeyError("event")


def again(n):
    log.append((now, n))
    if n < 3:
        scheduler.enter(1, 1, again, (n + 1,))


scheduler.enter(1, 1, fail)
scheduler.enter(2, 1, again, (1,))
try:
    scheduler.run()
except KeyError:
    print("KeyError", len(scheduler.queue))
scheduler.run()
print(log)
