# expect: lists_of_pages
def index(pages):
    found = {}
    for page, text in pages.items():
        for word in text.lower().split():
            found.setdefault(word, []).append(page)
    return found


def invert(mapping):
    result = {value: key for key, value in mapping.items()}
    if len(result) < len(mapping):
        raise ValueError("two keys have the same value")
    return result
