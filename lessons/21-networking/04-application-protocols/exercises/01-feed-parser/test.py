"""Checks for feed-parser: the same stream, cut in every way."""

import lab


def parsed(*portions):
    """The messages after each portion."""
    parser = lab.load().Parser()
    return [lab.calls(parser.feed, it) for it in portions]


def messages(outcomes):
    return [message for it in outcomes if it.value for message in it.value]


def expect(portions, expected, reply=None):
    outcomes = parsed(*portions)
    found = messages(outcomes)
    error = next((it.error for it in outcomes if it.error), None)
    lab.true(found == expected, f"The portions {portions!r} should give {expected!r}, and gave {found!r} "
                                f"(error: {error!r}).", reply=reply)


@lab.check("one message in one portion")
def one():
    expect([b"SAY 5\nhello"], [("SAY", b"hello")])
    expect([b"QUIT 0\n"], [("QUIT", b"")])


@lab.check("several messages in one portion")
def several():
    expect([b"SAY 2\nhiSAY 3\nyou"], [("SAY", b"hi"), ("SAY", b"you")], "only_first")


@lab.check("a body may contain line ends")
def line_ends():
    expect([b"SAY 5\na\nb\ncQUIT 0\n"], [("SAY", b"a\nb\nc"), ("QUIT", b"")], "splits_body")


@lab.check("no message is returned before it is complete")
def incomplete():
    parser = lab.load().Parser()
    early = lab.calls(parser.feed, b"SAY 5\nhel")
    lab.true(early.value == [], f"After b'SAY 5\\nhel' feed should return [], but it returned {early.value!r} "
                                f"(error: {early.error!r}).", reply="half_body")


@lab.check("a message may come in any portions")
def portions():
    stream, expected = b"SAY 5\nhelloPUT 3\n1\n2QUIT 0\n", [("SAY", b"hello"), ("PUT", b"1\n2"), ("QUIT", b"")]
    for size in (1, 2, 3, 7):
        expect([stream[at:at + size] for at in range(0, len(stream), size)], expected, "forgets")


@lab.check("a size that is no number is a ValueError")
def bad_size():
    for stream in (b"SAY many\n", b"SAY -1\nhello"):
        (outcome,) = parsed(stream)
        lab.true(isinstance(outcome.error, ValueError),
                 f"feed({stream!r}) returned {outcome.value!r}, its error is {outcome.error!r}.", reply="bad_size")
