# Future: set_running_or_notify_cancel, set_result and set_exception for makers of executors; a second result is InvalidStateError.
from concurrent.futures import Future, InvalidStateError

future = Future()
print(future.done(), future.running(), future.set_running_or_notify_cancel(), future.running(), future.cancel())
future.set_result(5)
print(future.result(), future.done())
for call in (lambda: future.set_result(6), lambda: future.set_exception(ValueError())):
    try:
        call()
    except InvalidStateError:
        print("InvalidStateError")
failed = Future()
failed.set_exception(KeyError("k"))
print(repr(failed.exception()))
cancelled = Future()
print(cancelled.cancel(), cancelled.set_running_or_notify_cancel())
