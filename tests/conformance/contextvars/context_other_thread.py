# contextvars.Context.run: a context that a thread is in cannot be entered by another one.
import contextvars
import threading

context = contextvars.copy_context()
inside, leave = threading.Event(), threading.Event()
thread = threading.Thread(target=context.run, args=(lambda: (inside.set(), leave.wait()),))
thread.start()
inside.wait()
try:
    context.run(int)
except RuntimeError:
    print("RuntimeError")
leave.set()
thread.join()
print(context.run(int, "5"))
