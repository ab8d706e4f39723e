"""Checks for may-pass: rules of every kind, in an order that matters."""

import lab

OFFICE = "10.8.0.0/16"


def expect(expected, rules, source, port, reply=None):
    value = lab.calls(lab.load().may_pass, rules, source, port).value
    lab.true(value is expected, f"may_pass({rules!r}, {source!r}, {port}) should be {expected}, but it is {value!r}.",
             reply=reply)


@lab.check("a rule allows its network and its port")
def allows():
    expect(True, [("allow", "10.8.0.1/32", 443)], "10.8.0.1", 443)
    expect(False, [("allow", OFFICE, 443), ("deny", "0.0.0.0/0", None)], "10.8.0.1", 80, "port_ignored")


@lab.check("networks are compared as networks")
def networks():
    expect(True, [("allow", OFFICE, 443)], "10.8.200.1", 443, "compares_text")
    expect(True, [("allow", "172.16.0.0/12", 443)], "172.31.0.1", 443, "compares_text")
    expect(True, [("allow", "2001:db8::/32", 443)], "2001:DB8:1::5", 443, "compares_text")


@lab.check("None stands for every port")
def ports():
    expect(True, [("allow", OFFICE, None)], "10.8.0.1", 22, "any_port")


@lab.check("the first match decides")
def order():
    rules = [("deny", "10.8.0.0/24", None), ("allow", OFFICE, None), ("deny", "0.0.0.0/0", None)]
    expect(False, rules, "10.8.0.7", 80, "not_first")
    expect(True, rules, "10.8.1.7", 80, "not_first")


@lab.check("what no rule matches may not pass")
def default():
    expect(False, [("deny", OFFICE, 80)], "192.168.1.1", 80, "default_allow")
    expect(False, [], "192.168.1.1", 80, "default_allow")
