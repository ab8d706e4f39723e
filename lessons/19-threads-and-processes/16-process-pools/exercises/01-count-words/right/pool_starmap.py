import re
from collections import Counter
from functools import reduce
from multiprocessing import Pool


def words(text):
    return re.findall(r"[a-z']+", text.lower())


def count_slice(*texts):
    return Counter(words(" ".join(texts)))


def count_words(texts, n_workers):
    size = len(texts) // (2 * n_workers) + 1
    slices = [texts[start:start + size] for start in range(0, len(texts), size)]
    with Pool(n_workers) as pool:
        return reduce(lambda one, other: one + other, pool.starmap(count_slice, slices), Counter())
