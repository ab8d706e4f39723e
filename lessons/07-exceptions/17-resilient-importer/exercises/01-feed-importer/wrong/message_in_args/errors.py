"""What can go wrong with an import."""


class ImportProblem(Exception):
    """Base of everything the importer raises on purpose."""


class BadLine(ImportProblem):
    """A line of a feed cannot be read."""

    def __init__(self, feed, number, text):
        super().__init__(f"{feed}, line {number}: {text!r}")
        self.feed, self.number, self.text = feed, number, text


class FeedUnavailable(ImportProblem):
    """A supplier's server does not answer."""

    def __init__(self, feed, attempts):
        super().__init__(feed, attempts)
        self.feed, self.attempts = feed, attempts

    def __str__(self):
        return f"{self.feed}: no answer after {self.attempts} attempts"
