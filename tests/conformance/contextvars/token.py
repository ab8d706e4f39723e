# contextvars.ContextVar.reset: a token brings back the value before its set; used twice or for another variable it is refused.
import contextvars

var = contextvars.ContextVar("var")
other = contextvars.ContextVar("other", default=0)
try:
    var.get()
except LookupError:
    print("LookupError", var.get("fallback"), other.get())
first = var.set(1)
second = var.set(2)
print(first.old_value is contextvars.Token.MISSING, second.old_value, second.var is var)
var.reset(second)
print(var.get())
for call, error in ((lambda: var.reset(second), RuntimeError), (lambda: other.reset(first), ValueError)):
    try:
        call()
    except error:
        print(error.__name__)
var.reset(first)
print(var.get(None), var.name)
