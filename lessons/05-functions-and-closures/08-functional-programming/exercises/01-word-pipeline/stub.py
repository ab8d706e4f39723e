"""A kit for pipelines."""


def compose(*steps):
    """Return a function that sends its argument through all steps."""
    # TODO


def keep(test):
    """Return a step that keeps the items for which the test holds."""
    # TODO


def change(function):
    """Return a step that applies the function to each item."""
    # TODO


slug = None  # TODO: compose(...)


if __name__ == "__main__":
    print(slug("The Art of  Code"))
