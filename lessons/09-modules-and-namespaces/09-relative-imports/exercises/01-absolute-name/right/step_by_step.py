def absolute_name(name, package):
    if not name.startswith("."):
        return name
    if not package:
        raise ImportError("no known parent package")
    name = name[1:]
    while name.startswith("."):
        package, dot, _ = package.rpartition(".")
        if not dot:
            raise ImportError("beyond the top-level package")
        name = name[1:]
    return f"{package}.{name}" if name else package
