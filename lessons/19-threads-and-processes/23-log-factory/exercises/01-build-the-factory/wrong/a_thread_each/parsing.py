"""Counting levels in logs: work that computes."""

from collections import Counter
from concurrent.futures import ProcessPoolExecutor

LEVELS = ("INFO", "WARNING", "ERROR")


def level_of(line):
    match line.split(maxsplit=2):
        case [_, level, *_] if level in LEVELS:
            return level
    return "unreadable"


def parse(text):
    """Return how often each level occurs in a text."""
    return Counter(level_of(line) for line in text.splitlines() if line.strip())


def parse_slice(texts):
    """Parse some texts; runs in a worker."""
    return sum(map(parse, texts), Counter())


def parse_all(texts, n_workers=2):
    """Parse all texts in several processes; return one Counter."""
    slices = [texts[start::n_workers] for start in range(n_workers)]
    with ProcessPoolExecutor(n_workers) as pool:
        return sum(pool.map(parse_slice, slices), Counter())
