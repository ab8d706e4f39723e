"""The part of CPython's ``main`` that is easier in Python: options, main module, REPL, exit.

Owns what happens between ``argv`` and the first line of the program, and after its last one.
Knows neither the kernel nor the browser. User code is entered from Rust (``run.rs``), so that no
frame of ours lies below it.
"""

import builtins
import importlib.machinery
import io
import linecache
import os
import sys
import threading  # the interpreter's end needs it; better imported before there is a program
import traceback
import types

USAGE = "usage: python [option] ... [-c cmd | -m mod | file | -] [arg] ..."

# Deeper stacks overflow the browser's own before RecursionError comes, as in crates/pyworker/build.rs.
threading.stack_size(512 * 1024)

_inspect = False
_quiet = False
_optimize = -1


def start(argv, env):
    """Prepares ``__main__`` and returns what to run.

    That is a code object to run in ``__main__``, a pair of a function and its arguments, or None.
    """
    os.environ.clear()
    os.environ.update(env)
    rest = _options(argv)
    if not rest:
        return _standard_input([""])
    first, *arguments = rest
    if first == "-c":
        if not arguments:
            raise SystemExit("Argument expected for the -c option\n" + USAGE)
        sys.argv[:] = ["-c", *arguments[1:]]
        sys.path.insert(0, "")
        return _compile(arguments[0] + "\n", "<string>", _main_module())
    if first == "-m":
        if not arguments:
            raise SystemExit("Argument expected for the -m option\n" + USAGE)
        return _module(arguments)
    if first == "-":
        return _standard_input(rest)
    sys.argv[:] = rest
    return _script(first)


def stays_interactive():
    """Says whether the prompt follows the program (``-i``, ``PYTHONINSPECT``)."""
    return _inspect or bool(os.environ.get("PYTHONINSPECT"))


def _options(argv):
    """Applies the interpreter's options and returns what follows them."""
    global _inspect, _quiet
    rest = list(argv)
    while rest and rest[0].startswith("-") and rest[0] not in ("-", "-c", "-m"):
        option = rest.pop(0)
        if option in ("-W", "-X"):
            option += rest.pop(0) if rest else ""
        if option in ("-V", "--version"):
            print("Python " + sys.version.split()[0])
            raise SystemExit(0)
        if option in ("-h", "--help", "-?"):
            print(USAGE)
            raise SystemExit(0)
        if option.startswith("-W"):
            sys.warnoptions.append(option[2:])
        elif option.startswith("-X"):
            name, _, value = option[2:].partition("=")
            sys._xoptions[name] = value or True
        elif option.startswith("-c"):
            return ["-c", option[2:], *rest]
        elif option.startswith("-m"):
            return ["-m", option[2:], *rest]
        else:
            _letters(option)
    if sys.warnoptions:
        import warnings

        warnings._processoptions(sys.warnoptions)
    return rest


def _letters(option):
    global _inspect, _optimize, _quiet
    for letter in option[1:]:
        if letter == "i":
            _inspect = True
        elif letter == "q":
            _quiet = True
        elif letter == "O":
            _optimize = max(_optimize, 0) + 1
            # The learner's own modules are compiled by this method.
            loader = importlib.machinery.SourceFileLoader
            loader.source_to_code.__kwdefaults__["_optimize"] = _optimize
        elif letter not in "BEIPSbdsuvx":
            print(f"Unknown option: -{letter}\n{USAGE}", file=sys.stderr)
            raise SystemExit(2)


def _main_module():
    """Returns the module ``__main__``, made anew."""
    module = types.ModuleType("__main__")
    module.__builtins__ = builtins
    module.__spec__ = None
    module.__loader__ = None
    sys.modules["__main__"] = module
    return module


def _compile(source, filename, module, register=True):
    code = compile(source, filename, "exec", dont_inherit=True, optimize=_optimize)
    if register:
        linecache._register_code(code, source, filename)
    return code


def _script(path):
    if _is_application(path):
        sys.path.insert(0, path)
        _main_module()
        import runpy

        return runpy._run_module_as_main, ["__main__", False]
    path = os.path.abspath(path)
    try:
        with io.open_code(path) as file:
            source = file.read()
    except OSError as error:
        print(
            f"{sys.executable}: can't open file {path!r}: "
            f"[Errno {error.errno}] {error.strerror}",
            file=sys.stderr,
        )
        raise SystemExit(2) from None
    sys.path.insert(0, os.path.dirname(os.path.realpath(path)))
    module = _main_module()
    module.__file__ = path
    module.__cached__ = None
    module.__loader__ = importlib.machinery.SourceFileLoader("__main__", path)
    return _compile(source, path, module, register=False)


def _is_application(path):
    """Says whether a folder or a zip file is to be run by its ``__main__.py``."""
    if os.path.isdir(path):
        return True
    try:
        with open(path, "rb") as file:
            start = file.read(2)
    except OSError:
        return False
    if start != b"PK":
        return False
    import zipimport

    try:
        zipimport.zipimporter(path)
    except zipimport.ZipImportError:
        return False
    return True


def _module(arguments):
    import runpy

    sys.argv[:] = ["-m", *arguments[1:]]
    sys.path.insert(0, os.getcwd())
    _main_module()
    return runpy._run_module_as_main, [arguments[0]]


def _standard_input(argv):
    global _inspect
    sys.argv[:] = argv
    sys.path.insert(0, "")
    module = _main_module()
    if _inspect or (sys.stdin is not None and sys.stdin.isatty()):
        _inspect = True
        if not _quiet:
            version = sys.version.split("\n")[0]
            print(f"Python {version} on {sys.platform}")
            print('Type "help", "copyright", "credits" or "license" for more information.')
        return None
    return _compile(sys.stdin.read(), "<stdin>", module)


def report(error):
    """Prints an exception that reached the top and returns the exit status."""
    if isinstance(error, SystemExit):
        return _exit_status(error)
    sys.last_exc = error
    sys.last_type, sys.last_value, sys.last_traceback = type(error), error, error.__traceback__
    _flush(sys.stdout)
    try:
        sys.excepthook(type(error), error, error.__traceback__)
    except SystemExit as raised:
        return _exit_status(raised)
    except BaseException as raised:
        print("Error in sys.excepthook:", file=sys.stderr)
        traceback.print_exception(raised)
        print("\nOriginal exception was:", file=sys.stderr)
        traceback.print_exception(error)
    _flush(sys.stderr)
    return -2 if isinstance(error, KeyboardInterrupt) else 1


def _exit_status(error):
    if error.code is None:
        return 0
    if isinstance(error.code, int):
        return error.code & 0xFF
    _flush(sys.stdout)
    print(error.code, file=sys.stderr)
    return 1


def _flush(stream):
    try:
        stream.flush()
    except Exception:
        pass


def _excepthook(kind, value, tb, /):
    """Handle an exception by displaying it with a traceback on sys.stderr."""
    traceback.print_exception(kind, value, tb)


sys.excepthook = sys.__excepthook__ = _excepthook


def interact():
    """Runs the prompt until the end of input; returns the exit status."""
    from codeop import CommandCompiler

    module = sys.modules["__main__"]
    if not hasattr(sys, "ps1"):
        sys.ps1 = ">>> "
    if not hasattr(sys, "ps2"):
        sys.ps2 = "... "
    compiler = CommandCompiler()
    number = 0
    while True:
        try:
            source, code = _read_statement(compiler, f"<python-input-{number}>")
            number += 1
            if code is None:
                continue
            linecache._register_code(code, source, code.co_filename)
            exec(code, module.__dict__)
        except EOFError:
            if sys.stdin.isatty():
                print()
            return 0
        except SystemExit as error:
            return _exit_status(error)
        except KeyboardInterrupt:
            print("\nKeyboardInterrupt", file=sys.stderr)
        except BaseException as error:
            # The first frame is this function's.
            report(error.with_traceback(error.__traceback__.tb_next))


def _read_statement(compiler, filename):
    """Reads lines up to a whole statement; the code is None if it does not compile."""
    lines = []
    while True:
        lines.append(input(sys.ps2 if lines else sys.ps1))
        source = "\n".join(lines)
        try:
            code = compiler(source, filename, "single")
        except (SyntaxError, OverflowError, ValueError) as error:
            report(error.with_traceback(None))
            return source, None
        if code is not None:
            return source + "\n", code
