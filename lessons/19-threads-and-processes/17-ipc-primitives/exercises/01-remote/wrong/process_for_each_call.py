# expect: new_process_each_call
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool


class RemoteDied(Exception):
    pass


class Remote:
    def __init__(self, function):
        self.function = function

    def call(self, *args):
        try:
            with ProcessPoolExecutor(1) as pool:
                return pool.submit(self.function, *args).result()
        except BrokenProcessPool:
            raise RemoteDied from None

    def close(self):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *error):
        pass
