"""What can go wrong with an import."""


class ImportProblem(Exception):
    """Base of everything the importer raises on purpose."""

    template = "{}"

    def __str__(self):
        return self.template.format(*self.args)


class BadLine(ImportProblem):
    template = "{}, line {}: {!r}"

    def __init__(self, feed, number, text):
        self.feed = feed
        self.number = number
        self.text = text
        super().__init__(feed, number, text)


class FeedUnavailable(ImportProblem):
    template = "{}: no answer after {} attempts"

    def __init__(self, feed, attempts):
        self.feed = feed
        self.attempts = attempts
        super().__init__(feed, attempts)
