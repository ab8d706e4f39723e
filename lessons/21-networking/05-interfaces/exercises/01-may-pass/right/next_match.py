import ipaddress


def matches(rule, address, port):
    _, network, wanted = rule
    return address in ipaddress.ip_network(network) and (wanted is None or wanted == port)


def may_pass(rules, source, port):
    address = ipaddress.ip_address(source)
    first = next((rule for rule in rules if matches(rule, address, port)), ("deny",))
    return first[0] == "allow"
