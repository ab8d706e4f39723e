import multiprocessing

import jobs


class RemoteDied(Exception):
    """The process is gone."""


def serve(function, connection):
    """Answer calls until the other end is closed; runs in the child."""
    while True:
        try:
            args = connection.recv()
        except EOFError:
            return
        try:
            answer = function(*args), None
        except Exception as error:
            answer = None, error
        connection.send(answer)


class Remote:
    """A function that is called in a process of its own."""

    def __init__(self, function):
        self._connection, theirs = multiprocessing.Pipe()
        self._process = multiprocessing.Process(target=serve, args=(function, theirs))
        self._process.start()
        theirs.close()  # or the end of the child would never be noticed

    def call(self, *args):
        try:
            self._connection.send(args)
            value, error = self._connection.recv()
        except (EOFError, OSError):
            raise RemoteDied("the process is gone") from None
        if error is not None:
            raise error
        return value

    def close(self):
        self._connection.close()
        self._process.join()

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.close()


if __name__ == "__main__":
    with Remote(jobs.remember) as remote:
        print(remote.call("lamp"))
        print(remote.call("desk"))
