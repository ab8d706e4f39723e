def index(pages):
    found = {}
    for page, text in pages.items():
        for word in text.split():
            found.setdefault(word.casefold(), set()).add(page)
    return found


def invert(mapping):
    result = {}
    for key, value in mapping.items():
        if value in result:
            raise ValueError(f"{key!r} and {result[value]!r} both have {value!r}")
        result[value] = key
    return result
