# contextvars: a thread's context is its own; a value set in it is not seen by others.
import contextvars
import threading

var = contextvars.ContextVar("var", default="default")
var.set("main")
seen = []


def work():
    # Which value a new thread starts with depends on a flag of the interpreter, so it is set first.
    var.set("thread")
    seen.append(var.get())


thread = threading.Thread(target=work)
thread.start()
thread.join()
print(seen, var.get())
