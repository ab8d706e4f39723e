# sched.scheduler: events run in the order of their time, then of their priority, then of their entry.
import sched
import time

log = []
scheduler = sched.scheduler(time.monotonic, time.sleep)
base = time.monotonic() + 0.02
scheduler.enterabs(base + 0.02, 1, log.append, ("later",))
scheduler.enterabs(base, 2, log.append, ("low priority",))
scheduler.enterabs(base, 1, log.append, ("high priority",))
scheduler.enterabs(base, 1, log.append, argument=("entered last",))
print(len(scheduler.queue), [event.priority for event in scheduler.queue])
print(scheduler.run(), log, scheduler.empty())
