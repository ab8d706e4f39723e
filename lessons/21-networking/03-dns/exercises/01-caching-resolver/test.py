"""Checks for caching-resolver."""

import socket

import lab


class Dns:
    """A server whose answers can be changed, and a clock that can be turned."""

    def __init__(self, **answers):
        self.answers, self.asked, self.now = answers, [], 1000.0
        self.resolver = lab.load().Resolver(self.ask, lambda: self.now, negative_ttl=30)

    def ask(self, name):
        self.asked.append(name)
        answer = self.answers.get(name.replace(".", "_"), socket.EAI_NONAME)
        if isinstance(answer, int):
            raise socket.gaierror(answer, "scripted")
        return list(answer[0]), answer[1]

    def lookup(self, name):
        """The addresses, or the errno."""
        outcome = lab.calls(self.resolver.lookup, name)
        if isinstance(outcome.error, socket.gaierror):
            return outcome.error.errno
        if outcome.error is not None:
            raise outcome.error
        return outcome.value


A, B = ["203.0.113.7", "203.0.113.8"], ["198.51.100.9"]


@lab.check("an answer is used again until its time to live is over")
def time_to_live():
    dns = Dns(shop_example=(A, 60), blog_example=(B, 5))
    lab.equal(dns.lookup("shop.example"), A, call="lookup('shop.example')")
    lab.equal(dns.lookup("blog.example"), B, call="lookup('blog.example')")
    dns.answers["shop_example"] = (B, 60)
    dns.now += 59.5
    lab.equal(dns.lookup("shop.example"), A, call="lookup('shop.example') after 59.5 of 60 seconds")
    lab.equal(dns.asked.count("shop.example"), 1, call="the number of questions so far")
    dns.now += 0.5
    lab.true(dns.lookup("shop.example") == B, "After 60 of 60 seconds lookup('shop.example') gave the old addresses.",
             reply="forever")
    dns.now += 30
    dns.lookup("shop.example")
    lab.equal(dns.asked.count("shop.example"), 2, call="the number of questions, 30 seconds after the second one")


@lab.check("with a time to live of 0 nothing is remembered")
def zero():
    dns = Dns(shop_example=(A, 0))
    for _ in range(3):
        dns.lookup("shop.example")
    lab.equal(len(dns.asked), 3, call="the number of questions for 3 lookups")


@lab.check("a name in another spelling is the same name")
def spelling():
    dns = Dns(shop_example=(A, 60))
    for name in ("shop.example", "SHOP.example", "Shop.Example."):
        found = dns.lookup(name)
        lab.true(found == A, f"lookup({name!r}) gave {found!r} instead of {A!r}; it asked for {dns.asked[-1]!r}.",
                 reply="spelling")
    lab.true(dns.asked == ["shop.example"], f"The questions were {dns.asked}.", reply="spelling")


@lab.check("that a name is missing is remembered for negative_ttl seconds")
def negative():
    dns = Dns()
    lab.equal(dns.lookup("new.example"), socket.EAI_NONAME, call="the errno of lookup('new.example')")
    dns.answers["new_example"] = (B, 60)
    dns.now += 29
    lab.true(dns.lookup("new.example") == socket.EAI_NONAME and len(dns.asked) == 1,
             f"29 seconds later, {len(dns.asked)} questions had been asked.", reply="no_negative")
    dns.now += 1
    lab.equal(dns.lookup("new.example"), B, call="lookup('new.example') after 30 seconds")


@lab.check("a failure that may pass is not remembered")
def temporary():
    dns = Dns(shop_example=socket.EAI_AGAIN)
    first = dns.lookup("shop.example")
    dns.answers["shop_example"] = (A, 60)
    second = dns.lookup("shop.example")
    lab.true(second == A, f"After an EAI_AGAIN the server answers, and lookup gave {second!r}.", reply="keeps_failure")
    lab.equal(first, socket.EAI_AGAIN, call="the errno of the first lookup")


@lab.check("callers cannot change what is remembered")
def own_list():
    dns = Dns(shop_example=(A, 60))
    for _ in range(2):
        found = dns.lookup("shop.example")
        lab.true(found == A, f"A caller has emptied the list they got, and the next lookup gave {found!r}.",
                 reply="shared_list")
        found.clear()
