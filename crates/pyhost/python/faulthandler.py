"""Tracebacks on demand. Owns CPython's module `faulthandler`, as far as Python code can have it.

A crash of the interpreter is reported by the page, so `enable` only remembers that it was called.
"""

import sys

_is_enabled = False
_registered = {}


def enable(file=None, all_threads=True, c_stack=True):
    """Remember that it is enabled; the page reports a crash in any case."""
    global _is_enabled
    _is_enabled = True


def disable():
    """Undo `enable` and say whether it was enabled."""
    global _is_enabled
    was_enabled, _is_enabled = _is_enabled, False
    return was_enabled


def is_enabled():
    """Say whether `enable` was called."""
    return _is_enabled


def _write(file, text):
    if isinstance(file, int):
        import os

        os.write(file, text.encode("utf-8", "backslashreplace"))
    else:
        file.write(text)
        file.flush()


def _describe(kind, ident, frame):
    lines = [f"{kind} 0x{ident:x} (most recent call first):\n"]
    while frame is not None:
        code = frame.f_code
        lines.append(f'  File "{code.co_filename}", line {frame.f_lineno} in {code.co_name}\n')
        frame = frame.f_back
    return "".join(lines)


def dump_traceback(file=None, all_threads=True):
    """Write where this thread, or every thread, is."""
    import _thread

    current = _thread.get_ident()
    parts = []
    if all_threads:
        for ident, frame in sys._current_frames().items():
            if ident != current:
                parts.append(_describe("Thread", ident, frame))
    kind = "Current thread" if all_threads else "Stack"
    parts.append(_describe(kind, current, sys._getframe(1)))
    _write(sys.stderr if file is None else file, "\n".join(parts))


_timer = None


def dump_traceback_later(timeout, repeat=False, file=None, exit=False):
    """Write where every thread is, after `timeout` seconds."""
    import os
    import threading

    global _timer
    if timeout <= 0:
        raise ValueError("timeout must be greater than 0")
    cancel_dump_traceback_later()
    if file is None:
        file = sys.stderr

    def ring():
        dump_traceback(file)
        if exit:
            os._exit(1)
        if repeat:
            dump_traceback_later(timeout, repeat, file, exit)

    _timer = threading.Timer(timeout, ring)
    _timer.daemon = True
    _timer.start()


def cancel_dump_traceback_later():
    """Forget the last `dump_traceback_later`."""
    global _timer
    if _timer is not None:
        _timer.cancel()
        _timer = None


def register(signum, file=None, all_threads=True, chain=False):
    """Write where every thread is when a signal comes."""
    import signal

    def dump(number, frame):
        dump_traceback(sys.stderr if file is None else file, all_threads)
        if chain and callable(before):
            before(number, frame)

    before = signal.signal(signum, dump)
    _registered[signum] = before


def unregister(signum):
    """Undo `register` and say whether it was registered."""
    import signal

    if signum not in _registered:
        return False
    signal.signal(signum, _registered.pop(signum))
    return True
