"""What can go wrong with an import."""


class ImportProblem(Exception):
    """Base of everything the importer raises on purpose."""


# TODO, step 1: BadLine(feed, number, text) and FeedUnavailable(feed, attempts)
