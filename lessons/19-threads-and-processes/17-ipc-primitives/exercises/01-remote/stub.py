import multiprocessing

import jobs


class RemoteDied(Exception):
    """The process is gone."""


class Remote:
    """A function that is called in a process of its own."""

    def __init__(self, function):
        self.function = function

    def call(self, *args):
        return self.function(*args)  # TODO: in another process

    def close(self):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.close()


if __name__ == "__main__":
    with Remote(jobs.remember) as remote:
        print(remote.call("lamp"))
        print(remote.call("desk"))
