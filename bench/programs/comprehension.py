"""Comprehensions and built-ins over ranges: a sieve, a matrix, sums."""


def run():
    sieve = [True] * 60_000
    for number in range(2, 245):
        if sieve[number]:
            for multiple in range(number * number, 60_000, number):
                sieve[multiple] = False
    primes = [number for number in range(2, 60_000) if sieve[number]]
    matrix = [[row * column for column in range(60)] for row in range(60)]
    product = [[sum(a * b for a, b in zip(row, column)) for column in zip(*matrix)] for row in matrix]
    assert len(primes) == 6057 and product[1][1] == sum(number * number for number in range(60))
