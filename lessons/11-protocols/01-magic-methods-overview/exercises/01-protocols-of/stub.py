def protocols(x):
    """Return the names of the protocols that x keeps."""
    found = []
    if hasattr(x, "__iter__"):  # TODO: and the others
        found.append("iterable")
    return found

if __name__ == "__main__":
    print(protocols([]), protocols(len))
