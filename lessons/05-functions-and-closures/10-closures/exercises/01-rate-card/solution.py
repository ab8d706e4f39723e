"""Prices by weight."""

from bisect import bisect_right


def rates(bands):
    """Return a function that knows the price of a weight."""
    ordered = sorted(bands)
    limits = [limit for limit, _ in ordered]

    def price(weight):
        index = bisect_right(limits, weight)
        return ordered[index - 1][1] if index else None

    return price


def captured(function):
    """Return the variables that a function has captured, by name."""
    cells = function.__closure__ or ()
    contents = (cell.cell_contents for cell in cells)
    return dict(zip(function.__code__.co_freevars, contents))


if __name__ == "__main__":
    price = rates([(0, 4), (10, 9), (2, 6)])
    print(price(1), price(2), price(99))
    print(captured(price))
