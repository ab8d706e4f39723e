def status_of(action):
    """Call the action and return the status code for how it ended."""
    action()
    # TODO: handle the failures of the table
    return 200


def missing_page():
    raise FileNotFoundError("about.html")


if __name__ == "__main__":
    print(status_of(missing_page))
