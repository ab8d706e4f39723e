# expect: hangs_when_dead
import multiprocessing


class RemoteDied(Exception):
    pass


def serve(function, connection):
    for args in iter(connection.recv, None):
        try:
            answer = function(*args), None
        except Exception as error:
            answer = None, error
        connection.send(answer)


class Remote:
    def __init__(self, function):
        self.connection, self.theirs = multiprocessing.Pipe()
        self.process = multiprocessing.Process(target=serve, args=(function, self.theirs))
        self.process.start()

    def call(self, *args):
        try:
            self.connection.send(args)
            value, error = self.connection.recv()
        except EOFError:
            raise RemoteDied from None
        if error:
            raise error
        return value

    def close(self):
        if self.process.is_alive():
            self.connection.send(None)
        self.process.join()

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.close()
