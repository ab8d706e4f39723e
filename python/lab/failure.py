"""How a check says no: a sentence, and what a learner may compare.

It owns the exception that ends a failing check. It does not know how it reaches the page.
"""

from builtins import Exception, str, super


class Failure(Exception):
    """Ends a check that failed."""

    def __init__(self, sentence, *, call=None, expected=None, actual=None, reply=None):
        super().__init__(sentence)
        self.sentence = str(sentence)
        self.call = call
        self.expected = expected
        self.actual = actual
        self.reply = reply
