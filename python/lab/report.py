"""The private way out: JSON lines with a token on descriptor 3.

It owns the form of the lines (`crates/course/src/grade.rs` reads them). JSON is written by hand,
since the learner's code can reach into `json`.
"""

import os
from builtins import dict, int, isinstance, list, ord, str

_write = os.write
DESCRIPTOR = 3


def text(value):
    """Return plain data as JSON."""
    if value is None:
        return "null"
    if value is True or value is False:
        return "true" if value else "false"
    if isinstance(value, int):
        return int.__repr__(value)
    if isinstance(value, str):
        return '"' + "".join([_escape(it) for it in str.__str__(value)]) + '"'
    if isinstance(value, list):
        return "[" + ",".join([text(it) for it in value]) + "]"
    return "{" + ",".join([text(key) + ":" + text(it) for key, it in dict.items(value)]) + "}"


def _escape(character):
    code = ord(character)
    if 32 <= code < 127 and character not in '"\\':
        return character
    if code < 0x10000:
        return f"\\u{code:04x}" if not 0xD800 <= code < 0xE000 else "\\ufffd"
    code -= 0x10000
    return f"\\u{0xD800 + (code >> 10):04x}\\u{0xDC00 + (code & 0x3FF):04x}"


def writer(token):
    """Return the function that sends one record; the token lives in it alone."""
    write = _write

    def send(record):
        # The empty line first ends whatever else was written to the descriptor.
        line = text({"token": token, **record})
        data = ("\n" + line + "\n").encode("ascii")
        while data:
            data = data[write(DESCRIPTOR, data):]

    return send
