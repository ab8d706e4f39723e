# sys._current_frames: maps each thread's identifier to the frame it is in.
import sys
import threading

gate = threading.Event()
ready = threading.Event()


def waiting_here():
    ready.set()
    gate.wait()


thread = threading.Thread(target=waiting_here)
thread.start()
ready.wait()
frames = sys._current_frames()
print(threading.get_ident() in frames, thread.ident in frames)
names = []
frame = frames[thread.ident]
while frame is not None:
    names.append(frame.f_code.co_name)
    frame = frame.f_back
print("waiting_here" in names, "run" in names)
gate.set()
thread.join()
print(thread.ident in sys._current_frames())
