# expect: part_of_word
def index(pages):
    words = {word.lower() for text in pages.values() for word in text.split()}
    return {word: {page for page, text in pages.items() if word in text.lower()} for word in words}


def invert(mapping):
    result = {value: key for key, value in mapping.items()}
    if len(result) < len(mapping):
        raise ValueError("two keys have the same value")
    return result
