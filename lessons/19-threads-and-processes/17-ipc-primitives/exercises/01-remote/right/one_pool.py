from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool


class RemoteDied(Exception):
    pass


class Remote:
    def __init__(self, function):
        self.function = function
        self.pool = ProcessPoolExecutor(max_workers=1)

    def call(self, *args):
        try:
            return self.pool.submit(self.function, *args).result()
        except BrokenProcessPool as error:
            raise RemoteDied from error

    def close(self):
        self.pool.shutdown()

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.close()
