"""Checks for behind-proxy."""

import lab

NAMES = ("REMOTE_ADDR", "wsgi.url_scheme", "HTTP_X_FORWARDED_FOR", "HTTP_X_FORWARDED_PROTO")


def ask(peer, chain=None, scheme=None, host="shop.example"):
    """The environ that the application gets (None: it was not called), and the status."""
    environ = {"REQUEST_METHOD": "GET", "PATH_INFO": "/", "REMOTE_ADDR": peer, "wsgi.url_scheme": "http"}
    for name, value in (("HTTP_X_FORWARDED_FOR", chain), ("HTTP_X_FORWARDED_PROTO", scheme), ("HTTP_HOST", host)):
        if value is not None:
            environ[name] = value
    seen, statuses = [], []

    def app(environ, start_response):
        seen.append(dict(environ))
        start_response("200 OK", [])
        return [b"hello"]

    repaired = lab.load().behind_proxy(app, ["10.0.0.0/8", "192.168.7.1/32"], {"shop.example", "localhost"})
    body = b"".join(repaired(environ, lambda status, headers, *rest: statuses.append(status)))
    return (seen[0] if seen else None), statuses[0], body


def client(peer, chain):
    environ, status, _ = ask(peer, chain)
    if environ is None:
        lab.fail(f"A request for shop.example was refused with {status}.", reply="own_host")
    return environ["REMOTE_ADDR"]


@lab.check("the host must be one of ours")
def host():
    for name in ("shop.example", "shop.example:8000", "Shop.Example", "LOCALHOST:80"):
        environ, status, body = ask("203.0.113.9", host=name)
        lab.true((status, body) == ("200 OK", b"hello"), f"With Host: {name}, the answer was {status}.", reply="own_host")
    for name in ("evil.example", "evil-shop.example", "shop.example.evil.net", "a.shop.example", "evil.net:80#shop.example", "", None):
        environ, status, _ = ask("203.0.113.9", host=name)
        lab.true(environ is None and status.startswith("400"), f"With Host: {name}, the answer was {status}.", reply="any_host")


@lab.check("a visitor without a proxy is believed nothing")
def direct():
    for chain in ("127.0.0.1", "127.0.0.1, 10.0.0.7", "10.0.0.7"):
        found = client("203.0.113.9", chain)
        lab.true(found == "203.0.113.9", f"203.0.113.9 has sent {chain!r}, and REMOTE_ADDR is {found}.", reply="anyone")
    environ, _, _ = ask("203.0.113.9", "127.0.0.1", "https")
    lab.true(environ["wsgi.url_scheme"] == "http", "A visitor has sent X-Forwarded-Proto, and was believed.", reply="anyone")
    left = [name for name in NAMES[2:] if name in environ]
    lab.true(not left, f"The application still sees {left}.", reply="left_in")


@lab.check("behind a proxy, the client is read from the right")
def behind():
    for chain, expected in (("203.0.113.9", "203.0.113.9"), ("127.0.0.1, 203.0.113.9", "203.0.113.9"),
                            ("1.2.3.4,203.0.113.9 , 192.168.7.1,10.1.2.3", "203.0.113.9"), ("2001:db8::7, 10.0.0.9", "2001:db8::7")):
        found = client("10.0.0.7", chain)
        lab.true(found == expected, f"10.0.0.7 has sent {chain!r}, and REMOTE_ADDR is {found} instead of {expected}.", reply="leftmost")
    lab.equal(client("10.0.0.7", "10.0.0.8, 10.0.0.9"), "10.0.0.8", call="REMOTE_ADDR, if all are proxies")
    lab.equal(client("10.0.0.7", None), "10.0.0.7", call="REMOTE_ADDR, if the proxy says nothing")


@lab.check("a network is not the beginning of a text")
def networks():
    for peer, chain, expected in (("100.1.2.3", "1.2.3.4", "100.1.2.3"), ("192.168.7.10", "1.2.3.4", "192.168.7.10"),
                                  ("10.200.0.1", "1.2.3.4, 104.1.1.1", "104.1.1.1"), ("10.0.0.7", "1.2.3.4, 192.168.7.12", "192.168.7.12")):
        found = client(peer, chain)
        lab.true(found == expected, f"{peer} has sent {chain!r}, and REMOTE_ADDR is {found} instead of {expected}.", reply="as_text")


@lab.check("what is no address ends the chain")
def nonsense():
    for chain, expected in (("unknown", "10.0.0.7"), ("1.2.3.4, <script>, 10.0.0.9", "10.0.0.9"), ("1.2.3.4,", "10.0.0.7"), ("", "10.0.0.7")):
        lab.equal(client("10.0.0.7", chain), expected, call=f"REMOTE_ADDR when 10.0.0.7 has sent {chain!r}")


@lab.check("a proxy may say that it was https")
def scheme():
    for sent, expected in (("https", "https"), ("http", "http"), (None, "http")):
        lab.equal(ask("10.0.0.7", "203.0.113.9", sent)[0]["wsgi.url_scheme"], expected, call=f"the scheme after {sent!r}")
