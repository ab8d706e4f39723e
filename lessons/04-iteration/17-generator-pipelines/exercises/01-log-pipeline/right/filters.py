def records(lines):
    for line in lines:
        match line.split():
            case [host, path, status, ms] if status.isdigit() and ms.isdigit():
                yield {"host": host, "path": path, "status": int(status), "ms": int(ms)}


def containing(lines, words):
    words = tuple(words)
    return filter(lambda line: all(map(line.__contains__, words)), lines)


def only(records, **wanted):
    return filter(lambda record: wanted.items() <= record.items(), records)


def columns(records, *names):
    return map(lambda record: tuple(map(record.get, names)), records)


def first_failures(lines, n):
    failures = only(records(lines), status=500)
    for _ in range(n):
        record = next(failures, None)
        if record is None:
            return
        yield record["host"], record["path"]
