# threading.settrace and gettrace: the function is installed in threads started later, not in the calling thread.
import sys
import threading

calls = []


def tracer(frame, event, arg):
    if event == "call" and frame.f_code.co_name == "traced":
        calls.append(threading.current_thread().name)
    return None


def traced():
    pass


threading.settrace(tracer)
print(threading.gettrace() is tracer, sys.gettrace())
traced()
thread = threading.Thread(target=traced, name="later")
thread.start()
thread.join()
threading.settrace(None)
thread = threading.Thread(target=traced, name="last")
thread.start()
thread.join()
print(calls, threading.gettrace())
