"""Runs several files as one program, and shows what the last one prints.

`python -m lab.chain first.py second.py` is how a block of a lesson goes on where another ended:
all files share the namespace of `__main__`. It owns nothing else.
"""

import os
import sys
import types


def main(paths):
    """Run all files in one namespace; the output of all but the last is dropped."""
    *earlier, last = [os.path.abspath(path) for path in paths]
    program = types.ModuleType("__main__")
    program.__file__ = last
    program.__builtins__ = __builtins__
    sys.modules["__main__"] = program
    sys.argv = [paths[-1]]
    sys.path[0:1] = [os.getcwd()]
    try:
        with _Silence():
            for path in earlier:
                _run(path, program)
        _run(last, program)
    except Exception as error:
        # The frames of this file are no part of the reader's program.
        trace = error.__traceback__
        while trace is not None and trace.tb_frame.f_code.co_filename == __file__:
            trace = trace.tb_next
        sys.excepthook(type(error), error.with_traceback(trace), trace)
        sys.exit(1)


def _run(path, program):
    with open(path, encoding="utf-8") as file:
        code = compile(file.read(), path, "exec", dont_inherit=True)
    exec(code, vars(program))


class _Silence:
    """Connects descriptors 1 and 2 to nowhere, so that streams kept by earlier files still work."""

    def __enter__(self):
        self.saved = [os.dup(1), os.dup(2)]
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 1)
        os.dup2(nowhere, 2)
        os.close(nowhere)

    def __exit__(self, *exception):
        sys.stdout.flush()
        sys.stderr.flush()
        for target, copy in enumerate(self.saved, start=1):
            os.dup2(copy, target)
            os.close(copy)


if __name__ == "__main__":
    main(sys.argv[1:])
