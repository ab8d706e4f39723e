# expect: lambda_sent
import re
from collections import Counter
from concurrent.futures import ProcessPoolExecutor


def words(text):
    return re.findall(r"[a-z']+", text.lower())


def count_words(texts, n_workers):
    total = Counter()
    with ProcessPoolExecutor(n_workers) as pool:
        for counter in pool.map(lambda text: Counter(words(text)), texts, chunksize=len(texts) // n_workers + 1):
            total.update(counter)
    return total
