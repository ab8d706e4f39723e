"""Runs a program under `sys.settrace` and reports a picture after each event.

It owns the events, the frames of a picture, what the program prints and reads, and the limits.
What an object looks like in the report is `heap`'s business.
"""

import sys

_before = frozenset(sys.modules)

import ast
import builtins
import io
import json
import os
import types

from . import heap as heaps
from . import imports, look, lookup

_write = os.write
_exit = os._exit
_encode = json.JSONEncoder(separators=(",", ":")).encode
DESCRIPTOR = 3
# Generators, coroutines, asynchronous generators.
GENERATOR_FLAGS = 0x20 | 0x80 | 0x200
# Functions of all kinds, and neither modules nor bodies of classes.
OPTIMIZED = 1
MAX_BYTES = 6_000_000
MAX_FRAMES = 40
MAX_OUTPUT = 40_000


class Recorder:
    """Follows one run."""

    def __init__(self, path, max_steps, with_values):
        self.path = path
        self.max_steps = max_steps
        self.heap = heaps.Heap(with_values)
        self.output = io.BytesIO()
        self.module = types.ModuleType("__main__")
        self.n_steps = 0
        self.n_bytes = 0
        self._printed = 0
        self._held = None
        self._frames = {}
        self._sent_frames = {}
        self._last_frame = 0
        self._raised = {}
        self._before = {}
        self._loops = {}

    def start_streams(self):
        """What the program prints goes into the report, in order."""
        for name in ("stdout", "stderr"):
            stream = io.TextIOWrapper(self.output, encoding="utf-8", errors="replace",
                                      write_through=True)
            setattr(sys, name, stream)
        builtins.input = self._input

    def _input(self, prompt="", /):
        """Read a line of what was prepared; it is shown as if it had been typed."""
        sys.stdout.write(str(prompt))
        line = sys.stdin.readline()
        if not line:
            raise EOFError("EOF when reading a line")
        line = line.removesuffix("\n")
        sys.stdout.write(line + "\n")
        return line

    def trace(self, frame, event, argument):
        """Take a picture, if the event is one of the program's own code."""
        code = frame.f_code
        if not look.is_learners_file(code.co_filename):
            return None
        if event == "opcode":
            return self.trace
        if event == "call" and id(frame) not in self._frames:
            self._last_frame += 1
            self._frames[id(frame)] = self._last_frame
        if event == "exception" and self._ends_loop(frame, argument):
            self._unwound(argument[1])
        elif not self._is_silent(frame, event):
            self._step(frame, event, argument)
            self._before[id(frame)] = event, frame.f_lineno
        if event == "return":
            for kept in (self._frames, self._raised, self._before):
                kept.pop(id(frame), None)
        return self.trace

    def _is_silent(self, frame, event):
        """Say whether there is nothing to see, since interpreters differ there without a reason."""
        code = frame.f_code
        if event == "call":
            # The call of the program itself is where everything begins.
            return code.co_name == "<module>"
        # A generator that goes on has not come to a new line yet.
        is_generator = code.co_flags & GENERATOR_FLAGS
        return bool(event == "line" and is_generator
                    and self._before.get(id(frame)) == ("call", frame.f_lineno))

    def _ends_loop(self, frame, argument):
        """Say whether an exception only tells a `for` that its iterator has no more."""
        if argument[0] is not StopIteration:
            return False
        path = frame.f_code.co_filename
        lines = self._loops.get(path)
        if lines is None:
            lines = self._loops[path] = _loop_lines(path)
        return frame.f_lineno in lines

    def _step(self, frame, event, argument):
        if self.n_steps >= self.max_steps:
            self.stop("steps")
        self.n_steps += 1
        heap = self.heap
        heap.begin()
        step = {"e": event, "l": max(frame.f_lineno or 1, 1)}
        stack = self._stack(frame)
        frames = [self._frame(it, it is frame) for it in stack]
        if event == "return" and frame.f_code.co_flags & OPTIMIZED:
            step["r"] = heap.value(argument)
        if event == "return":
            step["raised"] = self._raised.get(id(frame)) if argument is None else None
            # Whoever catches an exception goes on to another line first.
            if argument is None and self._before.get(id(frame), ("",))[0] == "exception":
                step["e"] = "unwind"
        elif event == "exception":
            error = argument[1]
            if BaseException in look.mro_of(type(error)):
                step["x"] = exception_text(error)
                step["r"] = heap.value(error)
                self._raises(frame, error)
        step["f"] = [self._delta(it) for it in frames]
        there = {it["f"] for it in frames}
        self._sent_frames = {n: it for n, it in self._sent_frames.items() if n in there}
        step["h"], gone = heap.finish()
        if gone:
            step["g"] = gone
        self._take_output(step)
        self.flush()
        self._held = step

    def _raises(self, frame, error):
        self._unwound(error)
        self._raised[id(frame)] = id(error)

    def _unwound(self, error):
        """A frame that ended just before with this very exception did not return: say so."""
        held = self._held
        if held is not None and held["e"] == "return" and held["raised"] == id(error):
            held["e"] = "unwind"

    def _stack(self, frame):
        stack = []
        while frame is not None:
            if id(frame) in self._frames and look.is_learners_file(frame.f_code.co_filename):
                stack.append(frame)
            frame = frame.f_back
        stack.reverse()
        if len(stack) > MAX_FRAMES:
            self.heap.is_cut = True
            stack = stack[:4] + stack[4 - MAX_FRAMES:]
        return stack

    def _frame(self, frame, is_top):
        code = frame.f_code
        is_module = code.co_name == "<module>"
        record = {"f": self._frames[id(frame)], "n": heaps._clean(code.co_name),
                  "l": max(frame.f_lineno or 1, 1)}
        if is_module:
            record["n"] = str(dict.get(frame.f_globals, "__name__"))
        path = code.co_filename[len(look.HOME):]
        if path != self.path:
            record["p"] = path
        record["v"] = [[name, self.heap.value(value)] for name, value in heaps.locals_of(frame)]
        cells = [name for name in code.co_cellvars + code.co_freevars if not look.is_hidden(name)]
        if cells:
            record["c"] = cells
        if code.co_flags & GENERATOR_FLAGS:
            record["k"] = "generator"
        elif is_module:
            record["k"] = "module"
        elif not code.co_flags & OPTIMIZED:
            record["k"] = "class"
        return record

    def _delta(self, record):
        number = record["f"]
        if self._sent_frames.get(number) == record:
            return number
        self._sent_frames[number] = record
        return record

    def _take_output(self, step):
        printed = self.output.getvalue()
        if len(printed) > self._printed:
            text = printed[self._printed:].decode("utf-8", "replace")
            if self._printed < MAX_OUTPUT:
                step["o"] = text[:MAX_OUTPUT]
            self._printed = len(printed)

    def flush(self):
        """Send the step that was held back, since the next event says more about it."""
        step, self._held = self._held, None
        if step is not None:
            step.pop("raised", None)
            self.send(step)

    def send(self, record):
        """Send one line of the report."""
        data = (_encode(record) + "\n").encode("ascii")
        self.n_bytes += len(data)
        while data:
            data = data[_write(DESCRIPTOR, data):]
        if self.n_bytes > MAX_BYTES and "end" not in record:
            self.stop("bytes")

    def stop(self, why):
        """End the program here: it has run far enough."""
        sys.settrace(None)
        self.flush()
        self.send({"end": why, "cut": self.heap.is_cut})
        _exit(0)

    def finish(self, error, of):
        """Report how the program ended, and what a view wants to know of its end."""
        if error is not None:
            self._unwound(error)
        self.flush()
        record = {"end": "done", "cut": self.heap.is_cut}
        step = {}
        self._take_output(step)
        if error is not None:
            record["end"] = "error"
            record["x"] = exception_text(error)
            step["o"] = step.get("o", "") + _shown_error(error)
        if "o" in step:
            record["o"] = step["o"]
        if of:
            record["lookup"] = lookup.path_of(of, self.module.__dict__)
        record["imports"] = imports.graph()
        self.send(record)


def _loop_lines(path):
    """Return the lines on which the program's loops ask for the next item."""
    lines = set()
    try:
        with open(path, encoding="utf-8") as file:
            tree = ast.parse(file.read())
    except (OSError, SyntaxError, ValueError):
        return lines
    for node in ast.walk(tree):
        if isinstance(node, (ast.For, ast.comprehension)):
            first = node.target.lineno
            lines.update(range(first, node.iter.end_lineno + 1))
        if isinstance(node, (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)):
            lines.update(range(node.lineno, node.end_lineno + 1))
    return lines


def exception_text(error):
    """Return an exception as one line, without asking it for its own words."""
    name = look.class_name(type(error))
    arguments = look.exception_args(error)
    if not arguments or type(arguments) is not tuple:
        return name
    if len(arguments) == 1 and type(arguments[0]) is str and type(error) is not KeyError:
        return f"{name}: {heaps._clean(arguments[0][:200])}"
    words = [(heaps.spoken(it) or "o" + look.class_name(type(it)))[1:] for it in arguments[:4]]
    return f"{name}: {', '.join(words)}"


def _shown_error(error):
    """Return the traceback of the program's own lines."""
    lines = ["Traceback (most recent call last):\n"]
    entry = error.__traceback__
    while entry is not None:
        code = entry.tb_frame.f_code
        if look.is_learners_file(code.co_filename):
            name = code.co_filename[len(look.HOME):]
            lines.append(f'  File "{name}", line {entry.tb_lineno}, in {code.co_name}\n')
        entry = entry.tb_next
    return "".join(lines) + exception_text(error) + "\n"


def main():
    """Run the program that the environment and the command line name."""
    path = sys.argv[1]
    sys.argv[:] = sys.argv[1:]
    max_steps = int(os.environ.pop("VIVARIUM_STEPS", "1000"))
    with_values = os.environ.pop("VIVARIUM_STEPS_VALUES", "") == "1"
    of = os.environ.pop("VIVARIUM_STEPS_OF", "")
    recorder = Recorder(path, max_steps, with_values)
    module = recorder.module
    full = look.HOME + path
    module.__file__ = full
    module.__builtins__ = builtins
    with open(full, encoding="utf-8") as file:
        source = file.read()
    try:
        code = compile(source, full, "exec", dont_inherit=True)
    except (SyntaxError, ValueError) as error:
        line = getattr(error, "lineno", None) or 1
        recorder.send({"end": "syntax", "x": exception_syntax(error), "l": line, "cut": False})
        return
    sys.modules["__main__"] = module
    # What only the recorder needs is not there for the program, which imports it anew.
    for name in set(sys.modules) - _before - set(sys.builtin_module_names):
        if not name.startswith("encodings"):
            del sys.modules[name]
    imports.remember()
    sys.path.insert(0, look.HOME.rstrip("/"))
    recorder.start_streams()
    recorder.finish(run(code, module.__dict__, recorder), of)
    _exit(0)


def exception_syntax(error):
    """Return what is wrong with a text that is no program."""
    message = error.args[0] if error.args and type(error.args[0]) is str else "invalid syntax"
    return f"{type(error).__name__}: {message}"


def run(code, namespace, recorder):
    """Run the program to its end; return the exception that ended it, if one did."""
    sys.settrace(recorder.trace)
    try:
        exec(code, namespace)
    except SystemExit as end:
        sys.settrace(None)
        code = end.code
        if type(code) is str:
            sys.stderr.write(code + "\n")
    except BaseException as error:
        sys.settrace(None)
        return error
    finally:
        sys.settrace(None)
    return None
