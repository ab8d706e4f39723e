"""Finds objects again without keeping them."""


class Cache:
    def __init__(self, make):
        self.make = make

    def get(self, key):
        # TODO: step 3
        return self.make(key)
