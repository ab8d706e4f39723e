# expect: refuses_all
def index(pages):
    found = {}
    for page, text in pages.items():
        for word in text.lower().split():
            found.setdefault(word, set()).add(page)
    return found


def invert(mapping):
    result = {}
    for key, value in mapping.items():
        result[value] = key
        if value in result:
            raise ValueError("two keys have the same value")
    return result
