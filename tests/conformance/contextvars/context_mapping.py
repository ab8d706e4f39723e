# contextvars.Context: a mapping of variables to values; one context cannot be entered twice at once.
import contextvars

a, b = contextvars.ContextVar("a"), contextvars.ContextVar("b")
a.set(1)
context = contextvars.copy_context()
print(a in context, b in context, context.get(b), context.get(b, "none"), len(context) >= 1)
try:
    context[b]
except KeyError:
    print("KeyError")
try:
    context.run(lambda: context.run(int))
except RuntimeError:
    print("RuntimeError")
copy = context.copy()
copy.run(a.set, 5)
print(context[a], copy[a], a.get(), len(contextvars.Context()))
