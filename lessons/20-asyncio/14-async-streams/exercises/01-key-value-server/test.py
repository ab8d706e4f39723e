"""Checks for key-value-server: real connections, one after the other and side by side."""

import asyncio

import lab

PORT = 8080


class Client:
    async def __aenter__(self):
        self.reader, self.writer = await asyncio.open_connection("127.0.0.1", PORT)
        return self

    async def __aexit__(self, *exception):
        self.writer.close()

    async def ask(self, command):
        self.writer.write(f"{command}\n".encode())
        try:
            line = await asyncio.wait_for(self.reader.readline(), 1)
        except TimeoutError:
            lab.fail(f"There was no line in reply to {command!r}.", reply="no_newline")
        return line.decode().removesuffix("\n")

    async def more(self):
        try:
            return await asyncio.wait_for(self.reader.readline(), 0.1)
        except TimeoutError:
            return b""

    async def is_closed(self):
        try:
            return await asyncio.wait_for(self.reader.read(), 1) == b""
        except (TimeoutError, ConnectionError):
            return False


def scenario(talk):
    """Run talk() beside a server with the learner's handler."""
    module = lab.load()

    async def main():
        server = await asyncio.start_server(module.make_handler(), "127.0.0.1", PORT)
        try:
            await asyncio.wait_for(talk(), 8)
        finally:
            server.close()

    outcome = lab.calls(asyncio.run, main())
    if outcome.error is not None:
        raise outcome.error


@lab.check("SET, GET and a missing key, in one connection")
def basics():
    async def talk():
        async with Client() as client:
            lab.equal(await client.ask("SET color red"), "OK", call="the reply to 'SET color red'")
            value = await client.ask("GET color")
            lab.true(value != "", "There was no reply to the second command of a connection.", reply="one_command")
            lab.equal(value, "red", call="the reply to 'GET color'")
            lab.true(not await client.more(), "After the reply to 'GET color' there was another line.",
                     reply="newline_kept")
            lab.equal(await client.ask("GET size"), "NONE", call="the reply to 'GET size'")

    scenario(talk)


@lab.check("a value may contain spaces, and any text")
def spaces():
    async def talk():
        async with Client() as client:
            for value in ("dark red", "a  b c", "größer", "BYE"):
                await client.ask(f"SET it {value}")
                found = await client.ask("GET it")
                lab.true(found == value, f"After 'SET it {value}', 'GET it' gave {found!r}.", reply="value_cut")

    scenario(talk)


@lab.check("all connections share the store, also at the same time")
def shared():
    async def talk():
        async with Client() as one, Client() as two:
            await one.ask("SET color blue")
            found = await two.ask("GET color")
            lab.true(found == "blue", f"One client set color to blue, another one got {found!r}.",
                     reply="not_shared")
            await two.ask("SET color red")
            lab.equal(await one.ask("GET color"), "red", call="the reply to 'GET color'", reply="not_shared")

    scenario(talk)


@lab.check("a line that makes no sense is an ERROR, and the connection goes on")
def errors():
    async def talk():
        async with Client() as client:
            for command in ("HELLO", "GET", "SET color", "GET a b", ""):
                reply = await client.ask(command)
                lab.true(reply == "ERROR", f"The reply to {command!r} should be 'ERROR', but it is {reply!r}.",
                         reply="bad_line_kills" if reply == "" else None)

    scenario(talk)


@lab.check("QUIT and the end of the client's stream close the connection")
def closing():
    async def talk():
        async with Client() as client:
            lab.equal(await client.ask("QUIT"), "BYE", call="the reply to 'QUIT'")
            lab.true(await client.is_closed(), "After QUIT the connection stays open.", reply="left_open")
        async with Client() as client:
            await client.ask("SET a b")
            client.writer.write_eof()
            lab.true(await client.is_closed(), "The client has sent everything, and the connection stays open.",
                     reply="left_open")

    scenario(talk)
