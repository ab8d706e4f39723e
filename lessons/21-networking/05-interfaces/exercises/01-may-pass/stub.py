def may_pass(rules, source, port):
    """Return True if the first rule that matches allows the packet."""
    # TODO
