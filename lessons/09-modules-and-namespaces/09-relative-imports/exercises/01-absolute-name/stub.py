def absolute_name(name, package):
    """Return the absolute name that a relative one stands for."""
    # TODO
    return name


if __name__ == "__main__":
    print(absolute_name("..prices", "shop.reports"))
    print(absolute_name(".", "shop.reports"))
