# expect: case_matters
from collections import Counter
from multiprocessing import Pool


def count_slice(texts):
    return Counter(word for text in texts for word in text.split())


def count_words(texts, n_workers):
    with Pool(n_workers) as pool:
        return sum(pool.map(count_slice, [texts[start::n_workers] for start in range(n_workers)]), Counter())
