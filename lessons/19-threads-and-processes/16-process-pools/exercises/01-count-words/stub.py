import re
from collections import Counter


def words(text):
    """Return the words of a text, in lower case."""
    return re.findall(r"[a-z']+", text.lower())


def count_words(texts, n_workers):
    """Count the words of all texts in several processes; return a Counter."""
    total = Counter()
    for text in texts:  # TODO: in processes
        total.update(words(text))
    return total


if __name__ == "__main__":
    print(count_words(["The cat", "the dog, the end"], 2))
