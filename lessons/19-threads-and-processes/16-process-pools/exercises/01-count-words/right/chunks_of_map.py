import re
from collections import Counter
from concurrent.futures import ProcessPoolExecutor


def words(text):
    return re.findall(r"[a-z']+", text.lower())


def count_text(text):
    return Counter(words(text))


def count_words(texts, n_workers):
    total = Counter()
    if texts:
        with ProcessPoolExecutor(n_workers) as pool:
            for counter in pool.map(count_text, texts, chunksize=-(-len(texts) // n_workers)):
                total += counter
    return total
