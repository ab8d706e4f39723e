# contextvars: a generator has no context of its own; what it sets is seen by its caller.
import contextvars

var = contextvars.ContextVar("var", default=0)


def generate():
    var.set(var.get() + 1)
    yield var.get()
    yield var.get()


generator = generate()
print(next(generator), var.get())
var.set(10)
print(next(generator), var.get())
