"""Reads the feeds of suppliers into the store."""

from errors import BadLine, FeedUnavailable, ImportProblem


def parse_line(feed, number, text):
    """Return (article, quantity, cents) of a line such as 'lamp;3;19.90'."""
    try:
        article, quantity, price = text.split(";")
        return article, int(quantity), round(float(price) * 100)
    except ValueError as error:
        raise BadLine(feed, number, text) from error


def fetch_lines(feed, fetch, attempts=3):
    """Return the lines of a feed, with some patience for its server."""
    for _ in range(attempts):
        try:
            return fetch(feed)
        except ConnectionError as error:
            last = error
    raise FeedUnavailable(feed, attempts) from last


def import_feed(feed, fetch, store):
    """Store all lines of a feed, or none."""
    rows, problems = [], []
    for number, text in enumerate(fetch_lines(feed, fetch), start=1):
        try:
            rows.append(parse_line(feed, number, text))
        except BadLine as error:
            problems.append(error)
    if problems:
        raise ExceptionGroup(f"bad lines in {feed}", problems)
    try:
        for row in rows:
            store.add(row)
        store.commit()
    except BaseException:
        store.rollback()
        raise


def import_all(feeds, fetch, store):
    """Import every feed that can be imported; raise what failed as one group."""
    problems = []
    for feed in feeds:
        try:
            import_feed(feed, fetch, store)
        except* ImportProblem as group:
            problems.append(group)
    if problems:
        raise ExceptionGroup("import incomplete", problems)
