"""Counts."""

total = 0


def add(number):
    global total
    total += number
    return total
