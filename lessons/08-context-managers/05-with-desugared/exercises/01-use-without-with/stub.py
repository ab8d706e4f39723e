def use(manager, body):
    """Call body(value) as the block of a `with` statement would be."""
    value = manager.__enter__()
    result = body(value)  # TODO: the other ways out
    manager.__exit__(None, None, None)
    return result


if __name__ == "__main__":
    with open("lines.txt", "w") as out:
        out.write("one\ntwo\n")
    file = open("lines.txt")
    print(use(file, list), file.closed)
