PREFIX = "R"
number = 0
sold = []


# TODO: make a class Register of this.
def sell(item, cents):
    global number
    number += 1
    sold.append((item, cents))
    return f"{PREFIX}-{number}: {item} {cents}"


def total():
    return sum(cents for item, cents in sold)


if __name__ == "__main__":
    print(sell("lamp", 4000), sell("desk", 24000), total())
