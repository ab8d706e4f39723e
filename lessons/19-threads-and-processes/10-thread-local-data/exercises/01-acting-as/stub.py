from contextlib import contextmanager

current = "nobody"


def user():
    """Return the name of the user for whom this thread acts."""
    return current


@contextmanager
def acting_as(name):
    """Let this thread act for a user inside the block."""
    global current  # TODO: every thread writes to this name
    current = name
    yield


if __name__ == "__main__":
    with acting_as("ada"):
        print(user())
    print(user())
