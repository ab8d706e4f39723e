from collections import defaultdict


def index(pages):
    """Return a dictionary from each word to the set of its pages."""
    found = defaultdict(set)
    for page, text in pages.items():
        for word in text.lower().split():
            found[word].add(page)
    return dict(found)


def invert(mapping):
    """Return a dictionary from the values to the keys."""
    result = {value: key for key, value in mapping.items()}
    if len(result) < len(mapping):
        raise ValueError("two keys have the same value")
    return result


if __name__ == "__main__":
    print(index({"home": "Tea and tea", "menu": "TEA"}))
    print(invert({"ada": 1, "bob": 2}))
