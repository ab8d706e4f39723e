import sys

from . import core

print("shop/__main__.py as", __name__, sys.argv[1:])
print(core.total())
