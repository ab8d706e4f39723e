"""Checks for gatekeeper."""

import base64
import hmac

import lab


def accounts(module):
    return {name: (name.encode() * 2, module.hash_of(password, name.encode() * 2))
            for name, password in (("ann", "pepper"), ("bob", "tea:time:"), ("zoë", "größer"), ("eve", ""))}


def token(raw):
    return base64.b64encode(raw if isinstance(raw, bytes) else raw.encode()).decode()


def who(header):
    module = lab.load()
    outcome = lab.calls(module.who, header, accounts(module))
    if outcome.error is not None:
        lab.fail(f"who({header!r}) raised {outcome.error!r}.", reply="raises")
    return outcome.value


@lab.check("header_for makes the header, with UTF-8")
def headers():
    module = lab.load()
    for user, password in (("ann", "pepper"), ("bob", "tea:time:"), ("zoë", "größer"), ("eve", "")):
        lab.equal(module.header_for(user, password), "Basic " + token(f"{user}:{password}"),
                  call=f"header_for({user!r}, {password!r})")
    lab.raises(ValueError, module.header_for, "a:b", "c")


@lab.check("the right credentials are recognized")
def right():
    for user, password in (("ann", "pepper"), ("zoë", "größer"), ("eve", "")):
        lab.equal(who("Basic " + token(f"{user}:{password}")), user, call=f"who() for {user} and {password!r}")
    found = who("Basic " + token("bob:tea:time:"))
    lab.true(found == "bob", f"For bob and the password 'tea:time:', who() gave {found!r}.", reply="colon")


@lab.check("the scheme may be written in any capitals")
def scheme():
    for header in ("basic ", "BASIC ", "Basic   "):
        found = who(header + token("ann:pepper"))
        lab.true(found == "ann", f"With {header!r} before the token, who() gave {found!r}.", reply="case")


@lab.check("nobody else is let in")
def wrong():
    for raw in ("ann:Pepper", "ann:", "ann:pepper ", "ann:größer", "dan:pepper", "dan:", ":", ":pepper", "Ann:pepper", "ann", "eve"):
        found = who("Basic " + token(raw))
        lab.true(found is None, f"With the credentials {raw!r}, who() gave {found!r}.", reply="lets_in")


@lab.check("what makes no sense is nobody, and no exception")
def nonsense():
    good = token("ann:pepper")
    for header in (None, "", "Basic", "Basic ", "Basic !!!", "Basic " + good[:-3], "Basic " + token(b"\xff\xfe:\xff"),
                   "Bearer " + good, good, "Basic" + good):
        found = who(header)
        lab.true(found is None, f"who({header!r}) gave {found!r}.", reply="lets_in")


@lab.check("an unknown user costs as much as a known one, and digests are compared in constant time")
def constant_time():
    for raw in ("ann:pepper", "ann:wrong", "dan:pepper"):
        module = lab.load()
        known, hashes, compared = accounts(module), [], []
        real_hash, real_compare = module.hash_of, hmac.compare_digest
        module.hash_of = lambda *args: hashes.append(args) or real_hash(*args)

        def compare(a, b):
            compared.append((a, b))
            return real_compare(a, b)

        hmac.compare_digest = compare
        try:
            lab.calls(module.who, "Basic " + token(raw), known)
        finally:
            hmac.compare_digest = real_compare
        lab.true(len(hashes) == 1, f"For {raw!r}, {len(hashes)} hashes were computed instead of one.", reply="early")
        lab.true(compared, f"For {raw!r}, hmac.compare_digest was not called.", reply="plain_equals")
