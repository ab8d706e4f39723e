# expect: one_text_each
import re
from collections import Counter
from concurrent.futures import ProcessPoolExecutor


def words(text):
    return re.findall(r"[a-z']+", text.lower())


def count_text(text):
    return Counter(words(text))


def count_words(texts, n_workers):
    total = Counter()
    with ProcessPoolExecutor(n_workers) as pool:
        for counter in pool.map(count_text, texts):
            total.update(counter)
    return total
