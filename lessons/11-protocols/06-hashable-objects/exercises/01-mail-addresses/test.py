"""Checks for mail-addresses."""
import lab

SAME = [("ada@example.org", "ada@EXAMPLE.org"), ("Ada@x.y", "Ada@X.Y"), ("a@b", "a@b")]
OTHER = [("ada@example.org", "Ada@example.org"), ("ada@example.org", "bob@example.org"), ("a@b.c", "a@b.d")]


@lab.check("an address has a user and a domain")
def parts():
    address = lab.load().Address("Ada@Example.org")
    lab.equal((address.user, address.domain), ("Ada", "example.org"), call="(user, domain) of 'Ada@Example.org'",
              reply="domain_case" if address.domain != "example.org" else None)


@lab.check("addresses are equal but for the case of the domain")
def equal():
    Address = lab.load().Address
    for a, b in SAME:
        lab.equal(Address(a) == Address(b), True, call=f"Address({a!r}) == Address({b!r})", reply="domain_case")
    for a, b in OTHER:
        lab.equal(Address(a) == Address(b), False, call=f"Address({a!r}) == Address({b!r})", reply="local_case")


@lab.check("an address has no opinion about other types")
def foreign():
    address = lab.load().Address("a@b")

    class All:
        def __eq__(self, other):
            return True
    for other, expected in [("a@b", False), (None, False), (All(), True)]:
        outcome = lab.calls(lambda: address == other)
        lab.true(outcome.value is expected, f"Address('a@b') == {other!r} gave {outcome.error or outcome.value!r}.",
                 reply="equals_text")


@lab.check("equal addresses have the same hash")
def hashes():
    Address = lab.load().Address
    for a, b in SAME:
        outcome = lab.calls(lambda: (hash(Address(a)), hash(Address(b))))
        lab.true(outcome.error is None, f"hash(Address({a!r})) raised {outcome.error!r}.", reply="unhashable")
        lab.true(outcome.value[0] == outcome.value[1], f"The hashes of {a} and {b} differ.", reply="hash_disagrees")


@lab.check("addresses work in sets and as keys")
def sets():
    Address = lab.load().Address
    texts = [text for pair in SAME for text in pair]
    outcome = lab.calls(lambda: len({Address(text) for text in texts}))
    lab.true(outcome.error is None, f"A set of addresses: {outcome.error!r}.", reply="unhashable")
    lab.equal(outcome.value, 3, call="the length of a set of six addresses, two and two of them equal,",
              reply="hash_disagrees")
    lab.equal({Address("a@b"): 1}.get(Address("a@B")), 1, call="{Address('a@b'): 1}[Address('a@B')]",
              reply="hash_disagrees")
    lab.true(len({hash(Address(f"user{i}@x")) for i in range(50)}) > 25, "The hashes of 50 different addresses are "
             "nearly all the same. That is allowed, and makes each search slow.")


@lab.check("an address cannot be changed")
def frozen():
    address = lab.load().Address("a@b")
    for name in ("user", "domain"):
        outcome = lab.calls(setattr, address, name, "x")
        lab.true(isinstance(outcome.error, AttributeError), f"address.{name} = 'x' gave "
                 f"{outcome.error!r} and no AttributeError.", reply="can_change" if outcome.error is None else None)
