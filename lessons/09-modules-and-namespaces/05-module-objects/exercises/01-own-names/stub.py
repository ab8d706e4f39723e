def own_names(module):
    """Return the public functions and classes made in this module."""
    # TODO
    return list(vars(module))


if __name__ == "__main__":
    import textwrap

    print(own_names(textwrap))
