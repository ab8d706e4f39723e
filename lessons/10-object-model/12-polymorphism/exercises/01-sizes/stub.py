def size(value):
    """Return how many bytes a value takes in a message."""
    # TODO


if __name__ == "__main__":
    print(size({"name": "Zoë", "tags": ["a", True], "id": 7}))
