"""Dictionaries: counting, grouping, merging."""


def run():
    counts = {}
    for number in range(120_000):
        key = number * 7919 % 1009
        counts[key] = counts.get(key, 0) + 1
    groups = {}
    for key, count in counts.items():
        groups.setdefault(count, []).append(key)
    merged = {str(key): value for key, value in counts.items()} | {str(k): v for k, v in groups.items()}
    assert sum(counts.values()) == 120_000 and len(merged) > 1000
