"""An entry of a log."""

from collections import namedtuple

Entry = namedtuple("Entry", "time host path status ms")
