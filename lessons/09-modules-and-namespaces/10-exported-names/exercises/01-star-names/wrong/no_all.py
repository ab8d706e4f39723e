# expect: all_ignored
def star_names(module):
    """Return what a star import of the module would bind."""
    names = [name for name in vars(module) if not name.startswith("_")]
    return {name: getattr(module, name) for name in names}


if __name__ == "__main__":
    import textwrap

    print(sorted(star_names(textwrap)))
