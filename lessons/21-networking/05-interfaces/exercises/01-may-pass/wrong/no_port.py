# expect: port_ignored
from ipaddress import ip_address, ip_network


def may_pass(rules, source, port):
    """Return True if the first rule that matches allows the packet."""
    address = ip_address(source)
    for action, network, rule_port in rules:
        if address in ip_network(network):
            return action == "allow"
    return False
