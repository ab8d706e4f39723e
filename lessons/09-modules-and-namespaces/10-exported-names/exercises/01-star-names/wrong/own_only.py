# expect: imported_left_out
def star_names(module):
    """Return what a star import of the module would bind."""
    names = getattr(module, "__all__", None)
    if names is None:
        names = [name for name in vars(module) if not name.startswith("_") and type(vars(module)[name]) is not type(module)]
    return {name: getattr(module, name) for name in names}


if __name__ == "__main__":
    import textwrap

    print(sorted(star_names(textwrap)))
