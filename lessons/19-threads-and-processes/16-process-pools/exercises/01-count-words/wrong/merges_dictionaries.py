# expect: last_wins
import re
from collections import Counter
from concurrent.futures import ProcessPoolExecutor


def words(text):
    return re.findall(r"[a-z']+", text.lower())


def count_slice(texts):
    return Counter(word for text in texts for word in words(text))


def count_words(texts, n_workers):
    total = Counter()
    with ProcessPoolExecutor(n_workers) as pool:
        for counter in pool.map(count_slice, [texts[start::n_workers] for start in range(n_workers)]):
            total |= counter
    return total
