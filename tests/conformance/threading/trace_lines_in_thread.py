# sys.settrace in a thread: it traces that thread alone, with call, line and return events.
import sys
import threading

events = []


def tracer(frame, event, arg):
    if frame.f_code.co_name != "small":
        return None
    events.append((event, frame.f_lineno - frame.f_code.co_firstlineno))
    return tracer


def small():
    a = 1
    return a


def work():
    sys.settrace(tracer)
    small()
    sys.settrace(None)


thread = threading.Thread(target=work)
thread.start()
thread.join()
small()
print(events)
