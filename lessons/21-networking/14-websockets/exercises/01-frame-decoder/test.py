"""Checks for frame-decoder."""

import lab

MASK = bytes([0x37, 0xFA, 0x21, 0x3D])
CONTENTS = [b"", b"Hello", bytes(125), b"x" * 126, b"yz" * 32767 + b"y", b"z" * 65536]


def frame(first, payload, mask=b""):
    n = len(payload)
    lengths = bytes([n]) if n < 126 else b"\x7e" + n.to_bytes(2, "big") if n < 65536 else b"\x7f" + n.to_bytes(8, "big")
    body = bytes(byte ^ mask[i % 4] for i, byte in enumerate(payload)) if mask else payload
    return bytes([first, lengths[0] | (0x80 if mask else 0)]) + lengths[1:] + mask + body


def feed(*portions, masked=False, limit=2**20):
    """The messages of all portions."""
    decoder = lab.load().Decoder(masked, limit)
    return [message for data in portions for message in decoder.feed(data)]


def short(messages):
    return [(opcode, bytes(data[:20]), len(data)) for opcode, data in messages]


@lab.check("encode chooses the shortest form of the length")
def encode_length():
    module = lab.load()
    for payload in CONTENTS:
        outcome = lab.calls(module.encode, 2, payload)
        lab.true(outcome.value == frame(0x82, payload), f"encode(2, {len(payload)} bytes) begins with "
                 f"{(outcome.value or b'')[:12]!r}, its error is {outcome.error!r}.", reply="length")


@lab.check("encode masks")
def encode_mask():
    found = lab.load().encode(1, b"Hello", MASK)
    lab.true(found == frame(0x81, b"Hello", MASK), f"encode(1, b'Hello', {MASK!r}) is {found!r}.", reply="mask")
    lab.equal(lab.load().encode(10, b"", MASK), frame(0x8A, b"", MASK), call="an empty pong with a mask")


@lab.check("whole frames come out as messages, masked or not")
def whole():
    for payload in CONTENTS:
        lab.equal(short(feed(frame(0x82, payload))), short([(2, payload)]), call=f"a frame of {len(payload)} bytes")
    found = feed(frame(0x81, b"Hello", MASK), frame(0x89, b"", MASK), masked=True)
    lab.true(found == [(1, b"Hello"), (9, b"")], f"Two masked frames came out as {found!r}.", reply="mask")


@lab.check("the portions do not matter")
def portions():
    data = frame(0x81, b"Hello", MASK) + frame(0x82, b"ab" * 100, MASK) + frame(0x88, b"\x03\xe8", MASK)
    expected = [(1, b"Hello"), (2, b"ab" * 100), (8, b"\x03\xe8")]
    for size in (1, 3, 7, 100, 1000):
        found = feed(*[data[i:i + size] for i in range(0, len(data), size)], masked=True)
        lab.true(found == expected, f"In portions of {size} bytes there were {len(found)} messages: {short(found)}.",
                 reply="pieces")


@lab.check("a message in several frames is one")
def fragments():
    found = feed(frame(0x01, b"Hel"), frame(0x00, b"lo, "), frame(0x80, b"you"), frame(0x82, b"next"))
    lab.true(found == [(1, b"Hello, you"), (2, b"next")], f"Three parts and a message gave {found!r}.", reply="fragments")


@lab.check("a ping may come in between")
def between():
    outcome = lab.calls(feed, frame(0x02, b"Hel"), frame(0x89, b"?"), frame(0x80, b"lo"))
    lab.true(outcome.value == [(9, b"?"), (2, b"Hello")], "A part, a ping, and the last part gave "
             f"{outcome.error or outcome.value!r}.", reply="control")


@lab.check("too much is refused as soon as it is announced")
def limit():
    lab.equal(feed(frame(0x82, bytes(1000)), limit=1000), [(2, bytes(1000))], call="1000 bytes with limit=1000")
    for portions in ([frame(0x82, bytes(1001))[:4]], [b"\x82\x7f" + b"\x7f" + bytes(7)],
                     [frame(0x02, bytes(600)), frame(0x00, bytes(401))[:4]]):
        outcome = lab.calls(feed, *portions, limit=1000)
        lab.true(isinstance(outcome.error, ValueError), f"With limit=1000, after the head {portions[-1][:12]!r} there was "
                 f"{outcome.error or outcome.value!r}.", reply="limit")


@lab.check("what the rules forbid is a ValueError")
def forbidden():
    for what, portions, masked in (
        ("a masked frame", [frame(0x81, b"a", MASK)], False), ("a frame with no mask", [frame(0x81, b"a")], True),
        ("a ping of 126 bytes", [frame(0x89, bytes(126))], False), ("a ping with no FIN", [frame(0x09, b"")], False),
        ("a continuation of nothing", [frame(0x80, b"a")], False), ("a continuation after the end", [frame(0x81, b"a"), frame(0x80, b"b")], False),
        ("a new message inside another", [frame(0x01, b"a"), frame(0x81, b"b")], False), ("opcode 3", [frame(0x83, b"")], False),
        ("opcode 11", [frame(0x8B, b"")], False),
    ):
        outcome = lab.calls(feed, *portions, masked=masked)
        lab.true(isinstance(outcome.error, ValueError), f"For {what} there was {outcome.error or outcome.value!r}.",
                 reply="lenient")
