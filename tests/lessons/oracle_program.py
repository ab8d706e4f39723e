"""Runs one program as `python ARGV` would, inside the CPython that serves as oracle.

It owns the command line, what becomes of an uncaught exception, and the prompt of `-i`. How text
gets in and out is the business of `oracle.mjs`.
"""

import builtins
import code
import os
import runpy
import sys
import time
import types

HOME = "/home/learner"


def prepare(env, report_path):
    """Make the process look like one of the product's."""
    os.environ.clear()
    os.environ.update(env)
    os.makedirs(HOME, exist_ok=True)
    os.chdir(HOME)
    report = os.open(report_path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    os.dup2(report, 3)
    sys.dont_write_bytecode = True
    sys.path[:] = [path for path in sys.path if path not in ("", "/home/pyodide")]
    sys.path.append("/usr/lib/vivarium")
    _use_virtual_clock()
    _use_plain_event_loop()
    sys.stdout.reconfigure(line_buffering=True)
    sys.stderr.reconfigure(line_buffering=True)


def _use_virtual_clock():
    """Let sleeping cost no time, and let the order of timers not depend on how busy the machine is.

    There is one thread, so nothing else happens during a sleep. `monotonic`, the clock of asyncio,
    stands still while a program computes and moves a little whenever it is read, so that loops that
    wait for it end. `perf_counter`, with which work is compared with work and with sleep, counts
    work at an eighth, so that a busy machine does not change the first decimal.
    """
    per_read = 20_000
    share_of_work = 8
    slept = 0
    now = time.monotonic_ns()

    def sleep(seconds, /):
        nonlocal slept, now
        if not isinstance(seconds, (int, float)) or not seconds > 0:
            return real_sleep(seconds)
        slept += round(seconds * 1e9)
        now += round(seconds * 1e9)

    def monotonic_ns():
        nonlocal now
        now += per_read
        return now

    real_sleep, real_time, real_counter = time.sleep, time.time_ns, time.perf_counter_ns
    time.sleep = sleep
    clocks = {
        "monotonic": monotonic_ns,
        "perf_counter": lambda: real_counter() // share_of_work + slept,
        "time": lambda: real_time() + slept,
    }
    for name, clock in clocks.items():
        setattr(time, f"{name}_ns", clock)
        setattr(time, name, lambda clock=clock: clock() / 1e9)


def _use_plain_event_loop():
    """Give asyncio a loop that sleeps by itself, in place of the browser's."""
    import asyncio

    class Nothing:
        """A selector that watches nothing."""

        def select(self, timeout):
            if timeout:
                time.sleep(timeout)
            return []

        def close(self):
            pass

    class Loop(asyncio.BaseEventLoop):
        """The library's own loop over that selector."""

        def __init__(self):
            super().__init__()
            self._selector = Nothing()

        def _process_events(self, events):
            pass

        def _write_to_self(self):
            pass

    class Policy(asyncio.events._BaseDefaultEventLoopPolicy):
        _loop_factory = Loop

    asyncio.events._set_event_loop_policy(Policy())
    asyncio.events._set_running_loop(None)
    asyncio.run = asyncio.runners.run


def run(argv):
    """Run a program and return its exit status."""
    argv = list(argv)
    interactive = argv[0] == "-i"
    if interactive:
        argv.pop(0)
    main = types.ModuleType("__main__")
    main.__builtins__ = builtins
    sys.modules["__main__"] = main
    status = _finish(lambda: _start(argv, main))
    if interactive:
        sys.ps1, sys.ps2 = ">>> ", "... "
        console = code.InteractiveConsole(vars(main), filename="<stdin>")
        status = _finish(lambda: console.interact(banner="", exitmsg=""))
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except Exception:
            pass
    return status


def _start(argv, main):
    if argv[0] == "-c":
        sys.argv = ["-c", *argv[2:]]
        sys.path.insert(0, "")
        exec(compile(argv[1], "<string>", "exec", dont_inherit=True), vars(main))
    elif argv[0] == "-m":
        sys.argv = argv[1:]
        sys.path.insert(0, HOME)
        runpy.run_module(argv[1], run_name="__main__", alter_sys=True)
    else:
        path = os.path.join(HOME, argv[0])
        sys.argv = argv
        sys.path.insert(0, HOME)
        main.__file__ = path
        with open(path, encoding="utf-8") as file:
            text = file.read()
        exec(compile(text, path, "exec", dont_inherit=True), vars(main))


def _finish(program):
    """Run a program to its end; show an uncaught exception as the interpreter does."""
    try:
        program()
    except SystemExit as end:
        if end.code is None or isinstance(end.code, int):
            return (end.code or 0) & 0xFF
        print(end.code, file=sys.stderr)
        return 1
    except BaseException as error:
        trace = error.__traceback__
        while trace is not None and _is_ours(trace.tb_frame.f_code.co_filename):
            trace = trace.tb_next
        error = error.with_traceback(trace)
        sys.last_exc, sys.last_type, sys.last_value, sys.last_traceback = error, type(error), error, trace
        sys.excepthook(type(error), error, trace)
        return 1
    return 0


def _is_ours(filename):
    return filename in (__name__, "<oracle>") or filename.startswith("<frozen runpy")
