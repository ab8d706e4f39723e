# expect: exception_lost
import multiprocessing


class RemoteDied(Exception):
    pass


def serve(function, connection):
    for args in iter(connection.recv, None):
        try:
            connection.send(function(*args))
        except Exception as error:
            connection.send(error)


class Remote:
    def __init__(self, function):
        self.connection, theirs = multiprocessing.Pipe()
        self.process = multiprocessing.Process(target=serve, args=(function, theirs))
        self.process.start()
        theirs.close()

    def call(self, *args):
        try:
            self.connection.send(args)
            return self.connection.recv()
        except (EOFError, OSError):
            raise RemoteDied from None

    def close(self):
        if self.process.is_alive():
            self.connection.send(None)
        self.process.join()

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.close()
