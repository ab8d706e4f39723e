# threading.setprofile and getprofile: the function is installed in threads started later and sees calls and returns.
import threading

events = []


def profiler(frame, event, arg):
    if frame.f_code.co_name == "profiled" and event in ("call", "return"):
        events.append((event, threading.current_thread().name))


def profiled():
    return 1


threading.setprofile(profiler)
print(threading.getprofile() is profiler)
thread = threading.Thread(target=profiled, name="p")
thread.start()
thread.join()
threading.setprofile(None)
profiled()
print(events, threading.getprofile())
