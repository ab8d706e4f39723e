"""Cookies by host, as plain dictionaries: the page keeps them between visits."""

from http.cookies import CookieError, SimpleCookie


def header_of(cookies, host):
    """Return the value of the Cookie header for ``host``; empty if it has set none."""
    return "; ".join(f"{name}={value}" for name, value in cookies.get(host, {}).items())


def keep(cookies, host, headers):
    """Take over what an answer has set; ``Max-Age=0`` takes a cookie away. Paths and ages are not told apart."""
    for text in headers:
        try:
            parsed = SimpleCookie(text)
        except CookieError:
            continue
        for name, morsel in parsed.items():
            mine = cookies.setdefault(host, {})
            if morsel["max-age"] in ("0", 0) or "1970" in morsel["expires"]:
                mine.pop(name, None)
            else:
                mine[name] = morsel.coded_value
