"""Checks for framed-messages: real sockets, with senders that take their time."""

import socket
import threading
import time

import lab


def dribble(*pieces):
    """A socket on which the pieces arrive one after the other, then the end."""
    left, right = socket.socketpair()
    right.settimeout(5)

    def send():
        with left:
            for piece in pieces:
                left.sendall(piece)
                time.sleep(0.02)

    threading.Thread(target=send, daemon=True).start()
    return right


@lab.check("receive_exactly(sock, 6) collects six bytes that arrive in pieces")
def pieces():
    receive = lab.load().receive_exactly
    outcome = lab.calls(receive, dribble(b"ab", b"c", b"def"), 6)
    lab.true(outcome.value != b"ab", "The bytes came as b'ab', b'c' and b'def', and you returned b'ab'.", reply="one_recv")
    lab.equal(outcome.value, b"abcdef", call="receive_exactly(sock, 6)")
    lab.equal(lab.calls(receive, dribble(b"abc"), 0).value, b"", call="receive_exactly(sock, 0)")


@lab.check("receive_exactly leaves in the stream what comes after")
def leaves_the_rest():
    receive = lab.load().receive_exactly
    sock = dribble(b"ab", b"cdEFGH")
    outcome = lab.calls(receive, sock, 4)
    if outcome.error is None and isinstance(outcome.value, bytes):
        lab.true(len(outcome.value) <= 4, f"receive_exactly(sock, 4) returned {outcome.value!r}.", reply="too_much")
    lab.equal(outcome.value, b"abcd", call="receive_exactly(sock, 4)")
    rest = lab.calls(receive, sock, 4)
    lab.true(rest.value == b"EFGH", f"After 'abcd', the next four bytes should be b'EFGH': {rest.value!r}.", reply="too_much")


@lab.check("receive_exactly raises a ConnectionError if the stream ends too early")
def ends():
    receive = lab.load().receive_exactly
    for arrived in ((b"ab",), ()):
        outcome = lab.calls(receive, dribble(*arrived), 6)
        lab.true(isinstance(outcome.error, ConnectionError),
                 f"Only {len(arrived) * 2} of 6 bytes came, then the end. The call returned {outcome.value!r}, "
                 f"and the error is {outcome.error!r}.", reply="end_ignored")


@lab.check("send_message sends the number of bytes, then the bytes")
def sends():
    main = lab.load()
    for text in ("hello", "", "größer"):
        left, right = socket.socketpair()
        right.settimeout(5)
        lab.calls(main.send_message, left, text)
        left.close()
        received = b""
        while data := right.recv(1000):
            received += data
        data = text.encode()
        if len(text) != len(data):
            lab.true(received != len(text).to_bytes(4, "big") + data,
                     f"send_message(sock, {text!r}) announced {len(text)} bytes and sent {len(data)}.",
                     reply="counts_characters")
        lab.equal(received, len(data).to_bytes(4, "big") + data, call=f"the bytes of send_message(sock, {text!r})")


@lab.check("receive_message returns one message after the other")
def receives():
    main = lab.load()
    texts = ["hello", "", "größer", "x" * 3000]
    stream = b"".join(len(it.encode()).to_bytes(4, "big") + it.encode() for it in texts)
    sock = dribble(stream[:2], stream[2:7], stream[7:12], stream[12:1500], stream[1500:])
    for text in texts:
        lab.equal(lab.calls(main.receive_message, sock).value, text, call="receive_message(sock)")
