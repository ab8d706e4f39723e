# sched.scheduler.run(blocking=False): runs what is due and returns the delay until the next event.
import sched

now = 0
log = []
scheduler = sched.scheduler(lambda: now, lambda seconds: None)
for delay in (1, 2, 10):
    scheduler.enter(delay, 1, log.append, (delay,))
print(scheduler.run(blocking=False), log)
now = 2
print(scheduler.run(False), log)
now = 12
print(scheduler.run(False), log, scheduler.empty())
