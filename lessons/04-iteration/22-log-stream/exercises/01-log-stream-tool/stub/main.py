"""Reports the sessions of some logs."""


def report(entries, gap):
    """Hand out a line for each session."""
    # TODO: step 6


def main(paths, gap):
    """Print the report of these logs."""
    # TODO: step 6


if __name__ == "__main__":
    main(["web1.log", "web2.log"], 30)
