"""A tiny web framework: routes, hooks and error handlers."""


def match(pattern, path):
    """Return the parameters of a path that fits the pattern, or None."""
    wanted, given = pattern.split("/"), path.split("/")
    if len(wanted) != len(given):
        return None
    found = {}
    for part, text in zip(wanted, given):
        if part.startswith("<int:") and text.isdecimal():
            found[part[5:-1]] = int(text)
        elif part.startswith("<") and ":" not in part and text:
            found[part[1:-1]] = text
        elif part != text:
            return None
    return found


class App:
    """Maps requests to the functions that were registered for them."""

    def __init__(self):
        self.routes = {}
        self.hooks = []
        self.error_handlers = {}

    def route(self, path, methods=("GET",)):
        """Register the decorated function for a path."""
        def register(function):
            table = self.routes.setdefault(path, {})
            for method in methods:
                if method in table:
                    raise ValueError(f"{method} {path} is taken")
                table[method] = function
            return lambda **kwargs: function(**kwargs)
        return register

    def before(self, hook):
        """Register a hook that runs before each request."""
        self.hooks.append(hook)
        return hook

    def error(self, kind):
        """Register the decorated function for a kind of exception."""
        def register(function):
            self.error_handlers[kind] = function
            return function
        return register

    def handle(self, method, path):
        """Answer a request by a pair of status and text."""
        try:
            return self.answer(method, path)
        except Exception as error:
            for kind in type(error).__mro__:
                if kind in self.error_handlers:
                    return self.error_handlers[kind](error)
            return 500, "internal error"

    def answer(self, method, path):
        """Run the hooks, then the handler."""
        for hook in self.hooks:
            response = hook(method, path)
            if response is not None:
                return response
        allowed = set()
        for pattern, table in self.routes.items():
            found = match(pattern, path)
            if found is not None and method in table:
                return 200, table[method](**found)
            if found is not None:
                allowed.update(table)
        return (405, ", ".join(sorted(allowed))) if allowed else (404, "not found")
