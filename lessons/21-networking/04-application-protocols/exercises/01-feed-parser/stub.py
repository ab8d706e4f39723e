class Parser:
    """Turns portions of a stream into messages (command, body)."""

    def feed(self, data):
        """Return the messages that are complete now."""
        # TODO
        return []
