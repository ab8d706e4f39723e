"""Sorting: with and without a key, and by hand."""

import random


def quick(items):
    if len(items) < 2:
        return items
    pivot = items[len(items) // 2]
    return (
        quick([item for item in items if item < pivot])
        + [item for item in items if item == pivot]
        + quick([item for item in items if item > pivot])
    )


def run():
    numbers = random.Random(1).choices(range(10**6), k=20_000)
    expected = sorted(numbers)
    assert quick(numbers) == expected
    assert sorted(numbers, key=lambda number: -number) == expected[::-1]
