def index(pages):
    """Return a dictionary from each word to the set of its pages."""
    found = {}
    for page, text in pages.items():
        for word in text.lower().split():
            found.setdefault(word, set()).add(page)
    return found


def invert(mapping):
    """Return a dictionary from the values to the keys."""
    inverted = {}
    for key, value in mapping.items():
        if value in inverted:
            raise ValueError(f"{inverted[value]!r} and {key!r} both have {value!r}")
        inverted[value] = key
    return inverted
