def index(pages):
    """Return a dictionary from each word to the set of its pages."""
    return {word: page for page, text in pages.items() for word in text.split()}  # TODO


def invert(mapping):
    """Return a dictionary from the values to the keys."""
    # TODO


if __name__ == "__main__":
    print(index({"home": "Tea and tea", "menu": "TEA"}))
    print(invert({"ada": 1, "bob": 2}))
