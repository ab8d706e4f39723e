# contextvars.copy_context: Context.run in a thread sees the copied values; what it sets stays in that context.
import contextvars
import threading

var = contextvars.ContextVar("var")
var.set("main")
context = contextvars.copy_context()
var.set("later")


def work():
    before = var.get()
    var.set("changed")
    return before


found = []
thread = threading.Thread(target=lambda: found.append(context.run(work)))
thread.start()
thread.join()
print(found, context[var], var.get(), list(context.values()))
