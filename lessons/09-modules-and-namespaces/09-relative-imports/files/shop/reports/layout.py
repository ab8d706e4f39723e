def line(item, price):
    return f"{item}: {price}"
