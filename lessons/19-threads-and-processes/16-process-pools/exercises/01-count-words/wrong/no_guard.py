# expect: no_guard
import re
from collections import Counter
from multiprocessing import Pool


def words(text):
    return re.findall(r"[a-z']+", text.lower())


def count_slice(texts):
    return Counter(word for text in texts for word in words(text))


def count_words(texts, n_workers):
    with Pool(n_workers) as pool:
        return sum(pool.map(count_slice, [texts[start::n_workers] for start in range(n_workers)]), Counter())


print(count_words(["The cat", "the dog, the end"], 2))
