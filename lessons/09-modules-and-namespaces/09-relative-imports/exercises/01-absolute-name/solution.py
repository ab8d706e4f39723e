def absolute_name(name, package):
    """Return the absolute name that a relative one stands for."""
    rest = name.lstrip(".")
    n_dots = len(name) - len(rest)
    if n_dots == 0:
        return name
    parts = package.split(".") if package else []
    if n_dots > len(parts):
        raise ImportError(f"{name} leads out of {package or 'no package'}")
    base = parts[: len(parts) - n_dots + 1]
    return ".".join([*base, rest] if rest else base)


if __name__ == "__main__":
    print(absolute_name("..prices", "shop.reports"))
    print(absolute_name(".", "shop.reports"))
