import re
from collections import Counter
from concurrent.futures import ProcessPoolExecutor


def words(text):
    """Return the words of a text, in lower case."""
    return re.findall(r"[a-z']+", text.lower())


def count_slice(texts):
    """Count the words of some texts; runs in a worker."""
    counter = Counter()
    for text in texts:
        counter.update(words(text))
    return counter


def count_words(texts, n_workers):
    """Count the words of all texts in several processes; return a Counter."""
    n_slices = 4 * n_workers
    slices = [texts[start::n_slices] for start in range(n_slices)]
    total = Counter()
    with ProcessPoolExecutor(max_workers=n_workers) as pool:
        for counter in pool.map(count_slice, [texts for texts in slices if texts]):
            total.update(counter)
    return total


if __name__ == "__main__":
    print(count_words(["The cat", "the dog, the end"], 2))
