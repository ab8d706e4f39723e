"""The names that CPython's `site` adds to the builtins: exit, quit, help, copyright, ...

Owns nothing else of `site`: there are no site directories to search.
"""

import builtins
import sys

import _sitebuiltins

_CREDITS = """\
    This is RustPython, with the standard library of CPython, in a web page.
    Thanks to the people of both projects. See https://www.python.org and
    https://rustpython.github.io for more."""


def install():
    """Adds the names."""
    builtins.quit = _sitebuiltins.Quitter("quit", "Ctrl-D (i.e. EOF)")
    builtins.exit = _sitebuiltins.Quitter("exit", "Ctrl-D (i.e. EOF)")
    builtins.copyright = _sitebuiltins._Printer("copyright", sys.copyright)
    builtins.credits = _sitebuiltins._Printer("credits", _CREDITS)
    builtins.license = _sitebuiltins._Printer(
        "license", "See https://docs.python.org/3/license.html for the library's license.")
    builtins.help = _sitebuiltins._Helper()


install()
