from ipaddress import ip_address


def unwrap(packet):
    """Return (transport, source, destination, data) of an IP packet."""
    # TODO
