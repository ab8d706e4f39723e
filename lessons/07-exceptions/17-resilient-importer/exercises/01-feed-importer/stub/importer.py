"""Reads the feeds of suppliers into the store."""


def parse_line(feed, number, text):
    """Return (article, quantity, cents) of a line such as 'lamp;3;19.90'."""
    # TODO, step 2: a line that cannot be read is a BadLine.
    article, quantity, price = text.split(";")
    return article, int(quantity), round(float(price) * 100)


def fetch_lines(feed, fetch, attempts=3):
    """Return the lines of a feed, with some patience for its server."""
    # TODO, step 3: try again after a ConnectionError.
    return fetch(feed)


def import_feed(feed, fetch, store):
    """Store all lines of a feed, or none."""
    # TODO, step 4: collect the bad lines, undo on any failure.
    for number, text in enumerate(fetch_lines(feed, fetch), start=1):
        store.add(parse_line(feed, number, text))
    store.commit()


def import_all(feeds, fetch, store):
    """Import every feed that can be imported; raise what failed as one group."""
    # TODO, step 5
    for feed in feeds:
        import_feed(feed, fetch, store)
