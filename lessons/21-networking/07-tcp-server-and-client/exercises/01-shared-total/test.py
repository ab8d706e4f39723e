"""Checks for shared-total: the server against plain sockets, the client against a scripted server."""

import socket
import threading

import lab


def served():
    listener = socket.create_server(("127.0.0.1", 0))
    threading.Thread(target=lab.load().serve, args=[listener], daemon=True).start()
    return listener.getsockname()


def connect(address):
    sock = socket.create_connection(address, timeout=2)
    return sock, sock.makefile("rb")


def tell(connection, line, reply=None):
    """Send a line, return the line that comes back."""
    sock, lines = connection
    try:
        sock.sendall(line + b"\n")
        answer = lines.readline()
    except OSError as error:
        lab.fail(f"There was no reply to {line!r}: {error!r}.", reply=reply)
    if not answer:
        lab.fail(f"The server closed the connection, with no reply to {line!r}.", reply=reply)
    return answer


def scripted(*replies):
    """A server for one client: a reply for each line, then the end."""
    listener = socket.create_server(("127.0.0.1", 0))
    received = []

    def run():
        sock, _ = listener.accept()
        with sock, sock.makefile("rb") as lines:
            for reply in replies:
                received.append(lines.readline())
                sock.sendall(reply)

    threading.Thread(target=run, daemon=True).start()
    return listener.getsockname(), received


@lab.check("the server adds, line after line")
def adds():
    connection = connect(served())
    for line, answer in ((b"ADD 5", b"TOTAL 5\n"), (b"ADD 10", b"TOTAL 15\n"), (b"ADD -3", b"TOTAL 12\n")):
        lab.equal(tell(connection, line), answer, call=f"the reply to {line!r}")


@lab.check("two clients talk at the same time, to the same total")
def two_clients():
    address = served()
    one, two = connect(address), connect(address)
    lab.equal(tell(one, b"ADD 1"), b"TOTAL 1\n", call="the reply to the first client's ADD 1")
    answer = tell(two, b"ADD 2", reply="one_client")
    lab.true(answer != b"TOTAL 2\n", "After ADD 1 of one client, ADD 2 of another gave TOTAL 2.", reply="own_total")
    lab.equal(answer, b"TOTAL 3\n", call="the reply to the second client's ADD 2")
    lab.equal(tell(one, b"ADD 4"), b"TOTAL 7\n", call="the reply to the first client's ADD 4")


@lab.check("a line that makes no sense is an ERROR, and the conversation goes on")
def errors():
    connection = connect(served())
    for line in (b"ADD", b"HELLO", b"ADD x", b"ADD 1 2", b"SUB 1", b""):
        lab.equal(tell(connection, line, reply="bad_line"), b"ERROR\n", call=f"the reply to {line!r}")
    lab.equal(tell(connection, b"ADD 1", reply="bad_line"), b"TOTAL 1\n", call="the reply to b'ADD 1' after that")


@lab.check("client.add sends a line, and returns the total")
def client_adds():
    address, received = scripted(b"TOTAL 5\n", b"TOTAL 12\n")
    client = lab.load().Client(address)
    lab.equal(lab.calls(client.add, 5).value, 5, call="client.add(5)")
    lab.equal(lab.calls(client.add, 7).value, 12, call="client.add(7)")
    lab.equal(received, [b"ADD 5\n", b"ADD 7\n"], call="what the client sent")
    client.close()


@lab.check("client.add raises a ValueError for ERROR, and can go on")
def client_error():
    address, _ = scripted(b"ERROR\n", b"TOTAL 1\n")
    client = lab.load().Client(address)
    outcome = lab.calls(client.add, "many")
    lab.true(isinstance(outcome.error, ValueError),
             f"The server answered ERROR. add returned {outcome.value!r}, its error is {outcome.error!r}.",
             reply="error_hidden")
    lab.equal(lab.calls(client.add, 1).value, 1, call="client.add(1) after that")


@lab.check("client.add raises a ConnectionError when the server goes away")
def client_end():
    for last in (b"", b"TOTAL 1"):
        address, _ = scripted(last)
        client = lab.load().Client(address)
        outcome = lab.calls(client.add, 1)
        lab.true(isinstance(outcome.error, ConnectionError),
                 f"The server sent {last!r} and closed. add returned {outcome.value!r}, its error is {outcome.error!r}.",
                 reply="end_unnoticed")
