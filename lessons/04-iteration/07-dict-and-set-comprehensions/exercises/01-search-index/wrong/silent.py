# expect: last_one_wins
def index(pages):
    found = {}
    for page, text in pages.items():
        for word in text.lower().split():
            found.setdefault(word, set()).add(page)
    return found


def invert(mapping):
    return {value: key for key, value in mapping.items()}
