class Store:
    """Keeps records, and saves and loads those of its classes."""

    # TODO: steps 5 and 6
