# expect: absolute_changed
def absolute_name(name, package):
    """Return the absolute name that a relative one stands for."""
    rest = name.lstrip(".")
    n_dots = len(name) - len(rest)
    n_dots = n_dots or 1
    parts = package.split(".") if package else []
    if n_dots > len(parts):
        raise ImportError(f"{name} leads out of {package or 'no package'}")
    base = parts[: len(parts) - n_dots + 1]
    return ".".join([*base, rest] if rest else base)


if __name__ == "__main__":
    print(absolute_name("..prices", "shop.reports"))
    print(absolute_name(".", "shop.reports"))
