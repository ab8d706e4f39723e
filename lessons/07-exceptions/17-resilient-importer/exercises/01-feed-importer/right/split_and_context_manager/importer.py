"""Reads the feeds of suppliers into the store."""

import contextlib

import errors


def parse_line(feed, number, text):
    fields = text.split(";")
    try:
        article, quantity, price = fields
        quantity, price = int(quantity), float(price)
    except ValueError as error:
        raise errors.BadLine(feed, number, text) from error
    return article, quantity, round(price * 100)


def fetch_lines(feed, fetch, attempts=3):
    for attempt in range(1, attempts + 1):
        try:
            return fetch(feed)
        except ConnectionError as error:
            if attempt == attempts:
                raise errors.FeedUnavailable(feed, attempts) from error


@contextlib.contextmanager
def transaction(store):
    try:
        yield
        store.commit()
    except BaseException:
        store.rollback()
        raise


def import_feed(feed, fetch, store):
    problems = []
    with transaction(store):
        for number, text in enumerate(fetch_lines(feed, fetch), 1):
            try:
                row = parse_line(feed, number, text)
            except errors.BadLine as error:
                problems.append(error)
            else:
                store.add(row)
        if problems:
            raise ExceptionGroup("bad lines", problems)


def import_all(feeds, fetch, store):
    problems = []
    for feed in feeds:
        try:
            import_feed(feed, fetch, store)
        except errors.ImportProblem as error:
            problems.append(error)
        except ExceptionGroup as group:
            known, rest = group.split(errors.ImportProblem)
            if rest:
                raise
            problems.append(known)
    if problems:
        raise ExceptionGroup(f"{len(problems)} feeds failed", problems)
