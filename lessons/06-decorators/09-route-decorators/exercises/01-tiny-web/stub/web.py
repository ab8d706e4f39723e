"""A tiny web framework: routes, hooks and error handlers."""


class App:
    """Maps requests to the functions that were registered for them."""

    def __init__(self):
        pass  # TODO: what does an app remember?

    def route(self, path, methods=("GET",)):
        """Register the decorated function for a path."""
        # TODO, step 1

    def handle(self, method, path):
        """Answer a request by a pair of status and text."""
        # TODO, steps 2 to 5

    # TODO, step 4: before(self, hook)
    # TODO, step 5: error(self, kind)
