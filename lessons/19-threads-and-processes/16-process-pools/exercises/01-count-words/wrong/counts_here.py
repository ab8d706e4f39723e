# expect: not_in_pool
import re
from collections import Counter
from concurrent.futures import ProcessPoolExecutor


def words(text):
    return re.findall(r"[a-z']+", text.lower())


def count_words(texts, n_workers):
    total = Counter()
    n_slices = 4 * n_workers
    slices = [[words(text) for text in texts[start::n_slices]] for start in range(n_slices)]
    with ProcessPoolExecutor(n_workers) as pool:
        for found in pool.map(sum, slices, [[]] * n_slices):
            total.update(found)
    return total
