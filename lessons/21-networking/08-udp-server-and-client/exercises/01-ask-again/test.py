"""Checks for ask-again: each side against a peer that loses, delays and repeats."""

import socket
import threading
import time

import lab


def udp():
    sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    sock.bind(("127.0.0.1", 0))
    sock.settimeout(3)
    return sock


def peer(*answers):
    """A server that answers the n-th datagram with the datagrams answers[n]."""
    sock = udp()
    received = []

    def run():
        try:
            while True:
                data, client = sock.recvfrom(2048)
                received.append(data)
                for reply in answers[len(received) - 1] if len(received) <= len(answers) else ():
                    sock.sendto(reply, client)
        except OSError:
            return

    threading.Thread(target=run, daemon=True).start()
    return sock.getsockname(), received


def served(handle):
    """The address of a server that runs the learner's serve."""
    sock = udp()
    sock.settimeout(None)
    threading.Thread(target=lab.load().serve, args=[sock, handle], daemon=True).start()
    return sock.getsockname()


def exchange(sock, address, request):
    sock.sendto(request, address)
    try:
        return sock.recvfrom(2048)[0]
    except TimeoutError:
        lab.fail(f"serve did not answer the request {request!r}.")


@lab.check("ask sends one request, and returns the text of its reply")
def asks():
    address, received = peer([b"7 balance 250"])
    outcome = lab.calls(lab.load().ask, udp(), address, 7, "deposit 100")
    lab.equal(outcome.value, "balance 250", call="ask(sock, address, 7, 'deposit 100')")
    lab.equal(received, [b"7 deposit 100"], call="what the server received")


@lab.check("ask sends the request again when there is no reply")
def repeats():
    address, received = peer([], [], [b"8 ok"])
    outcome = lab.calls(lab.load().ask, udp(), address, 8, "hello", 4, 0.1)
    lab.true(len(received) > 1, "The first request was lost, and there was no second one.", reply="gives_up")
    lab.equal(outcome.value, "ok", call="ask(...), where the first two requests are lost")
    lab.equal(received, [b"8 hello"] * 3, call="what the server received")


@lab.check("ask drops a late reply to an earlier request")
def late():
    address, received = peer([b"1 old", b"2 new"])
    outcome = lab.calls(lab.load().ask, udp(), address, 2, "hello")
    lab.true(outcome.value != "old", "Request 2 got the reply '1 old', and ask returned 'old'.", reply="late_reply")
    lab.equal(outcome.value, "new", call="ask(sock, address, 2, 'hello')")
    lab.equal(len(received), 1, call="the number of requests sent")


@lab.check("ask raises a TimeoutError after the last attempt")
def silence():
    address, received = peer()
    begin = time.monotonic()
    outcome = lab.calls(lab.load().ask, udp(), address, 9, "hello", 2, 0.1)
    lab.true(isinstance(outcome.error, TimeoutError),
             f"Nobody answered. ask returned {outcome.value!r}, its error is {outcome.error!r}.", reply="never_gives_up")
    lab.equal(len(received), 2, call="the number of requests with attempts=2")
    lab.true(time.monotonic() - begin < 1, "Two attempts of 0.1 seconds took more than a second.")


@lab.check("serve answers requests, and handles a repeated one only once")
def once():
    handled = []

    def handle(text):
        handled.append(text)
        return f"{text}, number {len(handled)}"

    address, client = served(handle), udp()
    lab.equal(exchange(client, address, b"1 pay me"), b"1 pay me, number 1", call="the reply to '1 pay me'")
    again = exchange(client, address, b"1 pay me")
    lab.true(handled == ["pay me"], "The request '1 pay me' came twice, and handle was called twice.", reply="done_twice")
    lab.equal(again, b"1 pay me, number 1", call="the reply to '1 pay me', sent again")
    lab.equal(exchange(client, address, b"2 pay me"), b"2 pay me, number 2", call="the reply to '2 pay me'")


@lab.check("serve keeps clients apart that use the same numbers")
def clients():
    address = served(str.upper)
    lab.equal(exchange(udp(), address, b"1 one"), b"1 ONE", call="the reply to '1 one'")
    reply = exchange(udp(), address, b"1 two")
    lab.true(reply != b"1 ONE", "Another client sent '1 two', and got the reply '1 ONE'.", reply="mixes_clients")
    lab.equal(reply, b"1 TWO", call="the reply to '1 two' of another client")
