"""The build variables that `sysconfig` looks for under the name of this platform.

Owns no values: the interpreter's own module has them, under the platform it was built for.
"""

from _sysconfigdata import build_time_vars
