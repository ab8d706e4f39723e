"""Library code: dataclasses, collections, itertools, functools."""

from collections import Counter, defaultdict, deque
from dataclasses import dataclass, replace
from functools import lru_cache, reduce
from itertools import accumulate, chain, combinations


@dataclass(frozen=True, order=True)
class Point:
    x: int
    y: int


@lru_cache(maxsize=None)
def ways(steps):
    return 1 if steps < 2 else ways(steps - 1) + ways(steps - 2)


def run():
    points = [Point(number % 50, number % 31) for number in range(6_000)]
    counted = Counter(points)
    by_column = defaultdict(list)
    for point in points:
        by_column[point.x].append(replace(point, y=0))
    queue = deque(maxlen=100)
    for value in chain(range(20_000), accumulate(range(20_000))):
        queue.append(value)
    pairs = sum(a * b for a, b in combinations(range(150), 2))
    assert max(counted) and len(by_column) == 50 and ways(200) > 0 and pairs > 0
    assert reduce(lambda a, b: a + b, queue) > 0
