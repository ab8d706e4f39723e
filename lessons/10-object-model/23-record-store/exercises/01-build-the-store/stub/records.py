class Record:
    """Something with fields; each class names in `fields` what it adds."""

    fields = {}

    # TODO: steps 1 and 2

    def problems(self):
        """Return what is wrong with the values: the root of the family."""
        return []
