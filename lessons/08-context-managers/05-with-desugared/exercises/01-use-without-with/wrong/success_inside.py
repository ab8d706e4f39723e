# expect: left_twice
def use(manager, body):
    """Call body(value) as the block of a `with` statement would be."""
    enter, leave = type(manager).__enter__, type(manager).__exit__
    value = enter(manager)
    try:
        result = body(value)
        leave(manager, None, None, None)
    except BaseException as error:
        if not leave(manager, type(error), error, error.__traceback__):
            raise
        return None
    return result


if __name__ == "__main__":
    with open("lines.txt", "w") as out:
        out.write("one\ntwo\n")
    file = open("lines.txt")
    print(use(file, list), file.closed)
