"""Who waits for what, when no thread of the program can ever go on.

Owns the words of that report. When it is due is decided in Rust (``signals.rs``), which calls it in
the main thread; it must take no lock that another thread may hold.
"""

import linecache
import sys
import threading

_LIBRARY = "/usr/lib/"


def report():
    """Writes one line for each thread to standard error."""
    lines = ["Deadlock: every thread of this program waits for another one.\n"]
    frames = sys._current_frames()
    for ident, thread in sorted(threading._active.items(), key=lambda item: item[1].name):
        frame = frames.get(ident)
        if frame is not None and frame.f_code is report.__code__:
            frame = frame.f_back
        if frame is not None:
            lines.append(f"  {thread.name} waits {_reason(frame)}{_place(frame)}\n")
    sys.stderr.write("".join(lines))
    sys.stderr.flush()


def _reason(frame):
    """Says what a thread waits for, from the library's function in which it waits."""
    reason = "for a lock"
    while frame is not None and frame.f_code.co_filename.startswith(_LIBRARY):
        name = frame.f_code.co_filename.rpartition("/")[2], frame.f_code.co_name
        waits_for = frame.f_locals.get("self")
        if name == ("threading.py", "join"):
            return f"for {waits_for.name} to end"
        if name == ("threading.py", "_shutdown"):
            return "for the other threads to end"
        if name == ("threading.py", "wait"):
            reason = f"for {_article(type(waits_for).__name__)}"
        elif name == ("threading.py", "acquire"):
            reason = f"for {_article(type(waits_for).__name__)}"
        elif name == ("queue.py", "get"):
            return f"for an item of {_article(type(waits_for).__name__)}"
        elif name == ("queue.py", "put"):
            return f"for room in {_article(type(waits_for).__name__)}"
        elif name == ("queue.py", "join"):
            return f"for the tasks of {_article(type(waits_for).__name__)}"
        elif name == ("_base.py", "result"):
            return "for the result of a Future"
        frame = frame.f_back
    return reason


def _article(noun):
    return f"{'an' if noun[0] in 'AEIOU' else 'a'} {noun}"


def _place(frame):
    while frame is not None and frame.f_code.co_filename.startswith((_LIBRARY, "<frozen")):
        frame = frame.f_back
    if frame is None:
        return ""
    file = frame.f_code.co_filename
    source = linecache.getline(file, frame.f_lineno).strip()
    return f", line {frame.f_lineno} of {file.rpartition('/')[2]}" + (f": {source}" if source else "")
