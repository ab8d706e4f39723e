# threading.Condition: wait and notify without the lock are RuntimeErrors.
import threading

condition = threading.Condition()
for call in (condition.wait, condition.notify, condition.notify_all):
    try:
        call()
        print("worked")
    except RuntimeError as error:
        print(call.__name__, type(error).__name__)
with condition:
    condition.notify()
    condition.notify_all()
    print("nobody waits, nothing happens")
