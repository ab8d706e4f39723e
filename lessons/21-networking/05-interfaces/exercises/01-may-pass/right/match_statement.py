from ipaddress import ip_address, ip_network


def may_pass(rules, source, port):
    for rule in rules:
        action, network, wanted = rule
        if wanted is not None and wanted != port:
            continue
        if ip_address(source) not in ip_network(network):
            continue
        match action:
            case "allow":
                return True
            case _:
                return False
    return False
