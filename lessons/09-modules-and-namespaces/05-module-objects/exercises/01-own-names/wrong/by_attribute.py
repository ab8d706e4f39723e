# expect: other_values
from types import FunctionType


def own_names(module):
    """Return the public functions and classes made in this module."""
    return sorted(
        name
        for name, value in vars(module).items()
        if not name.startswith("_")
        and getattr(value, "__module__", None) in (module.__name__, None)
    )


if __name__ == "__main__":
    import textwrap

    print(own_names(textwrap))
