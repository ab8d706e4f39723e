"""Integers: loops, bits, and numbers beyond 64 bits."""


def run():
    total = 0
    for number in range(250_000):
        total += (number ^ 0x55) & 0xFF
        if number % 16 == 0:
            total <<= 1
            total &= 0xFFFFFFFF
    factorial = 1
    for number in range(1, 800):
        factorial *= number
    assert total and len(str(factorial)) == 1974 or len(str(factorial)) > 1900
