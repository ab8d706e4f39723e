# expect: dies_of_exception
import multiprocessing


class RemoteDied(Exception):
    pass


def serve(function, connection):
    try:
        for args in iter(connection.recv, None):
            connection.send((function(*args), None))
    except EOFError:
        pass
    except Exception as error:
        connection.send((None, error))


class Remote:
    def __init__(self, function):
        self.connection, theirs = multiprocessing.Pipe()
        self.process = multiprocessing.Process(target=serve, args=(function, theirs))
        self.process.start()
        theirs.close()

    def call(self, *args):
        try:
            self.connection.send(args)
            value, error = self.connection.recv()
        except (EOFError, OSError):
            raise RemoteDied from None
        if error:
            raise error
        return value

    def close(self):
        self.connection.close()
        self.process.join()

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.close()
