"""Running the learner's code: as a module, as a program, one call at a time.

It owns the folder, the streams around the code, and putting everything back between checks, so
that no check depends on the one before. It does not know what is checked.
"""

import ast
import builtins
import importlib
import io
import linecache
import os
import sys
import types
from builtins import (
    BaseException, RuntimeError, SystemExit, compile, dict, exec, getattr, hasattr, int,
    isinstance, len, list, set, sorted, str, type, vars,
)

from .capture import Tape, prepared_input
from .failure import Failure

ModuleType = types.ModuleType
_compile, _exec, _parse = compile, exec, ast.parse
_check_lines, _import = linecache.checkcache, importlib.import_module
_forget_folders = importlib.invalidate_caches
_scandir, _remove, _rmdir, _mkdirs, _chdir = os.scandir, os.remove, os.rmdir, os.makedirs, os.chdir
_join, _open = os.path.join, io.open

HOME = "/home/learner"
PRIVATE = HOME + "/.vivarium"
_current = None


class Outcome:
    """What came of a call: a value or an error, and what was printed."""

    def __init__(self, value, error, output):
        self.value = value
        self.error = error
        self.output = output


class Result:
    """What came of a program."""

    def __init__(self, stdout, stderr, error, exit_code):
        self.stdout = stdout
        self.stderr = stderr
        self.error = error
        self.exit_code = exit_code


def current():
    """Return the workspace of the running check."""
    if _current is None:
        raise RuntimeError("the learner's code can only be run inside a check")
    return _current


class Workspace:
    """The learner's folder and the interpreter around it."""

    def __init__(self, entry, output_limit):
        self.entry = entry
        self.limit = output_limit
        self.files = _snapshot(HOME)
        self.builtins = dict(vars(builtins))
        self.modules = set(sys.modules)
        self.streams = (sys.stdin, sys.stdout, sys.stderr)
        self.hooks = (sys.excepthook, sys.displayhook, list(sys.argv), sys.getrecursionlimit())
        self.tape = Tape(output_limit)
        self.mark = 0

    def begin(self):
        """Start a check: everything as it was, nothing printed."""
        global _current
        self.restore()
        _current = self
        self.tape = Tape(self.limit)
        self.mark = 0
        sys.stdin, sys.stdout, sys.stderr = prepared_input(""), self.tape.stdout, self.tape.stderr

    def end(self):
        """End a check, and give back the interpreter's own streams."""
        global _current
        _current = None
        sys.stdin, sys.stdout, sys.stderr = self.streams
        vars(builtins).update(self.builtins)

    def restore(self):
        """Undo what the learner's code did to files and interpreter."""
        vars(builtins).update(self.builtins)
        for name in set(vars(builtins)) - set(self.builtins):
            del vars(builtins)[name]
        sys.excepthook, sys.displayhook, sys.argv, limit = self.hooks
        sys.setrecursionlimit(limit)
        sys.settrace(None)
        sys.modules["__main__"] = ModuleType("__main__")
        if HOME not in sys.path:
            sys.path.insert(0, HOME)
        self.forget_modules()
        _quiet_logging()
        _restore_files(self.files)
        _chdir(HOME)

    def forget_modules(self):
        """Make the next import of the learner's modules a fresh one."""
        for name in list(sys.modules):
            path = getattr(sys.modules[name], "__file__", None)
            if is_learners(path):
                del sys.modules[name]
        _forget_folders()
        _check_lines()

    def path_of(self, name):
        """Return the path of a module's file."""
        return _join(HOME, name.replace(".", "/") + ".py")

    def parse(self, text, name):
        """Return the syntax tree of a module's text."""
        return _parse(text, self.path_of(name))

    def load(self, name):
        """Import a module afresh."""
        self.forget_modules()
        self.mark = len(self.tape.parts)
        path = self.path_of(name)
        if "." in name or name + ".py" not in self.files:
            return _import(name)
        module = ModuleType(name)
        module.__file__ = path
        sys.modules[name] = module
        _exec(_compile(_text(path), path, "exec", dont_inherit=True), vars(module))
        return sys.modules.get(name, module)

    def output(self):
        """Return what was printed since the last `load`."""
        return str(b"".join(self.tape.parts[self.mark:]), "utf-8", "replace")

    def call(self, function, args, kwargs):
        """Call a function and keep what happens."""
        mark = len(self.tape.parts)
        value = error = None
        try:
            value = function(*args, **kwargs)
        except BaseException as raised:
            error = raised
        printed = str(b"".join(self.tape.parts[mark:]), "utf-8", "replace")
        return Outcome(value, error, printed)

    def run(self, stdin, args):
        """Run the entry file as a program in this process."""
        self.forget_modules()
        path = _join(HOME, self.entry)
        main = ModuleType("__main__")
        main.__file__ = path
        main.__builtins__ = builtins
        n_out, n_err = len(self.tape.out.parts), len(self.tape.err.parts)
        before = sys.stdin, sys.stdout, sys.stderr, sys.argv, sys.modules["__main__"]
        sys.stdin = prepared_input(stdin)
        sys.argv = [self.entry, *args]
        sys.modules["__main__"] = main
        try:
            error, exit_code = _ended(lambda: _exec(
                _compile(_text(path), path, "exec", dont_inherit=True), vars(main)))
        finally:
            sys.stdin, sys.stdout, sys.stderr, sys.argv, sys.modules["__main__"] = before
        out = str(b"".join(self.tape.out.parts[n_out:]), "utf-8", "replace")
        err = str(b"".join(self.tape.err.parts[n_err:]), "utf-8", "replace")
        return Result(out, err, error, exit_code)


def _ended(program):
    """Run a program to its end as the interpreter does; return its error and exit status."""
    try:
        program()
    except SystemExit as end:
        if end.code is None or isinstance(end.code, int):
            return None, end.code or 0
        sys.stderr.write(f"{end.code}\n")
        return None, 1
    except Failure:
        raise
    except BaseException as error:
        error.__traceback__ = from_learner(error.__traceback__)
        sys.excepthook(type(error), error, error.__traceback__)
        return error, 1
    return None, 0


def is_learners(path):
    """Tell whether a path names a file of the learner's; the checks lie in the same folder."""
    return isinstance(path, str) and path.startswith(HOME + "/") and not path.startswith(PRIVATE + "/")


def from_learner(trace):
    """Return the part of a traceback that begins in the learner's files."""
    step = trace
    while step is not None:
        if is_learners(step.tb_frame.f_code.co_filename):
            return step
        step = step.tb_next
    return None


def _text(path):
    with _open(path, encoding="utf-8") as file:
        return file.read()


def _snapshot(folder):
    """Return the bytes of every file below a folder, by relative path; folders are None."""
    found = {}
    pending = [""]
    while pending:
        inner = pending.pop()
        with _scandir(_join(folder, inner)) as entries:
            entries = list(entries)
        for entry in entries:
            path = _join(inner, entry.name)
            if entry.is_dir(follow_symlinks=False):
                found[path] = None
                pending.append(path)
            elif entry.is_file(follow_symlinks=False):
                with _open(entry.path, "rb") as file:
                    found[path] = file.read()
    return found


def _restore_files(files):
    """Make the folder what it was."""
    present = _snapshot(HOME)
    for path in sorted(present, reverse=True):
        if path not in files:
            (_rmdir if present[path] is None else _remove)(_join(HOME, path))
    for path in sorted(files):
        if files[path] is None:
            _mkdirs(_join(HOME, path), exist_ok=True)
        elif present.get(path) != files[path]:
            with _open(_join(HOME, path), "wb") as file:
                file.write(files[path])


def _quiet_logging():
    """Take the handlers of an earlier check away: they hold its streams."""
    logging = sys.modules.get("logging")
    if logging is None or not hasattr(logging, "root"):
        return
    logging.root.handlers.clear()
    logging.root.setLevel(logging.WARNING)
    for logger in list(logging.root.manager.loggerDict.values()):
        if isinstance(logger, logging.Logger):
            logger.handlers.clear()
            logger.setLevel(logging.NOTSET)
            logger.propagate, logger.disabled = True, False
