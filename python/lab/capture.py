"""Streams that stand in for standard input and output while the learner's code runs.

They keep what is printed, in order over both streams, up to a limit. They do not know which
check they serve.
"""

import io
from builtins import BaseException, bytes, len, str, super

TextIOWrapper, RawIOBase, StringIO, BytesIO = io.TextIOWrapper, io.RawIOBase, io.StringIO, io.BytesIO


class TooMuchOutput(BaseException):
    """Ends code that prints without end; no ordinary handler catches it."""


class Sink(RawIOBase):
    """Takes bytes of one stream and tells its tape."""

    def __init__(self, tape):
        super().__init__()
        self.tape = tape
        self.parts = []

    def writable(self):
        return True

    def write(self, data):
        data = bytes(data)
        self.tape.take(data)
        self.parts.append(data)
        return len(data)

    def text(self):
        return str(b"".join(self.parts), "utf-8", "replace")


class Tape:
    """Everything printed, on two streams."""

    def __init__(self, limit):
        self.limit = limit
        self.parts = []
        self.n_bytes = 0
        self.out = Sink(self)
        self.err = Sink(self)
        self.stdout = TextIOWrapper(self.out, "utf-8", "replace", "\n", write_through=True)
        self.stderr = TextIOWrapper(self.err, "utf-8", "backslashreplace", "\n", write_through=True)

    def take(self, data):
        self.n_bytes += len(data)
        if self.n_bytes > self.limit:
            raise TooMuchOutput(self.limit)
        self.parts.append(data)

    def text(self):
        return str(b"".join(self.parts), "utf-8", "replace")


def prepared_input(text):
    """Return a standard input that gives this text."""
    return TextIOWrapper(BytesIO(text.encode("utf-8")), "utf-8", "surrogateescape")
