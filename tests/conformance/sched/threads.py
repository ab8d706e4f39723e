# sched.scheduler: events may be entered from another thread while run() is waiting.
import sched
import threading
import time

log = []
scheduler = sched.scheduler()
scheduler.enter(0.15, 1, log.append, ("first entered",))
thread = threading.Thread(target=lambda: scheduler.enter(0.15, 2, log.append, ("from a thread",)))
threading.Timer(0.02, thread.start).start()
scheduler.run()
print(log)
