"""Checks for line-protocol: the same bytes in many portions, with and without a network."""

import asyncio

import lab


def received(*portions, lost=False):
    """Return the lines that come of these portions."""
    lines = []
    protocol = lab.load().LineProtocol(lines.append)
    for data in portions:
        outcome = lab.calls(protocol.data_received, data)
        if isinstance(outcome.error, UnicodeDecodeError):
            lab.fail(f"data_received({data!r}) raised {outcome.error!r}.", reply="cut_character")
        if outcome.error is not None:
            raise outcome.error
    if lost:
        protocol.connection_lost(None)
    return lines


def portions(data, size):
    return [data[start:start + size] for start in range(0, len(data), size)]


@lab.check("several lines in one portion")
def several():
    found = received(b"one\ntwo\n\nthree\n")
    lab.true(found != ["one"], f"Of four lines in one portion, {found} was passed on.", reply="first_line_only")
    lab.equal(found, ["one", "two", "", "three"], call="the lines of b'one\\ntwo\\n\\nthree\\n'")


@lab.check("a line in several portions")
def cut():
    for size in (1, 2, 3, 5):
        found = received(*portions(b"first line\nsecond\n", size))
        lab.true(found == ["first line", "second"], f"In portions of {size} bytes, two lines became {found}.",
                 reply="portion_is_line")


@lab.check("characters of several bytes may be cut, too")
def characters():
    for size in (1, 2, 4):
        found = received(*portions("größer\n€ 5\n".encode(), size))
        lab.equal(found, ["größer", "€ 5"], call=f"the lines in portions of {size} bytes", reply="cut_character")


@lab.check("a line is passed on as soon as it is complete, and its rest is kept")
def early():
    lab.equal(received(b"one\ntw"), ["one"], call="the lines after b'one\\ntw'", reply="portion_is_line")
    lab.equal(received(b"one\ntw", b"o"), ["one"], call="the lines after b'one\\ntw' and b'o'")


@lab.check("each connection has its own rest")
def separate():
    first, second = [], []
    module = lab.load()
    one, two = module.LineProtocol(first.append), module.LineProtocol(second.append)
    one.data_received(b"from ")
    two.data_received(b"other\n")
    one.data_received(b"one\n")
    lab.true((first, second) == (["from one"], ["other"]), f"The lines of two connections were {first} and {second}.",
             reply="shared_buffer")


@lab.check("at the end, a last line without \\n is passed on, and no empty one")
def end():
    found = received(b"one\ntwo", lost=True)
    lab.true(found == ["one", "two"], f"After b'one\\ntwo' and the end, the lines were {found}.", reply="rest_lost")
    found = received(b"one\n", lost=True)
    lab.true(found == ["one"], f"After b'one\\n' and the end, the lines were {found}.", reply="empty_rest")


@lab.check("it works on a real connection")
def real():
    module = lab.load()
    lines = []

    async def main():
        loop = asyncio.get_running_loop()
        server = await loop.create_server(lambda: module.LineProtocol(lines.append), "127.0.0.1", 8080)
        async with server:
            reader, writer = await asyncio.open_connection("127.0.0.1", 8080)
            for part in (b"he", b"llo\nwor", b"ld"):
                writer.write(part)
                await asyncio.sleep(0.02)
            writer.close()
            await writer.wait_closed()
            await asyncio.sleep(0.05)

    outcome = lab.calls(asyncio.run, main())
    if outcome.error is not None:
        raise outcome.error
    lab.equal(lines, ["hello", "world"], call="the lines of a real connection")
