"""Decides which failed uploads are tried again."""


def settle(run, queue):
    """Call run(); put temporary failures on the queue and raise the others."""
    # TODO
    run()
