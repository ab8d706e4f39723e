def move(source, target, *, overwrite):
    flag = "-f" if overwrite else "-n"
    return ["mv", flag, source, target]


def clamp(number, smallest, greatest, /):
    return sorted((smallest, number, greatest))[1]


def event(_kind, /, **fields):
    record = {"event": _kind}
    record.update(fields)
    return record
