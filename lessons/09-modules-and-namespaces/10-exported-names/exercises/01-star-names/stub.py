def star_names(module):
    """Return what a star import of the module would bind."""
    # TODO
    return dict(vars(module))


if __name__ == "__main__":
    import textwrap

    print(sorted(star_names(textwrap)))
