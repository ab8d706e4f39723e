def index(pages):
    words = {page: set(text.lower().split()) for page, text in pages.items()}
    return {
        word: {page for page in words if word in words[page]}
        for page in words
        for word in words[page]
    }


def invert(mapping):
    if len(set(mapping.values())) != len(mapping):
        raise ValueError("not one to one")
    return dict(zip(mapping.values(), mapping))
