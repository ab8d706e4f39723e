"""All steps, or none."""

from contextlib import ExitStack, contextmanager


@contextmanager
def undoing():
    """Give a function that notes how to undo what the block has done."""
    with ExitStack() as stack:
        yield stack.callback
        stack.pop_all()
