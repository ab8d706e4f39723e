import functools
from collections import OrderedDict
from collections.abc import Hashable


def memoize(maxsize):
    def decorate(function):
        @functools.wraps(function)
        def wrapper(*args):
            try:
                known = args in wrapper.results
            except TypeError:
                return function(*args)
            if not known:
                wrapper.results[args] = function(*args)
            wrapper.results.move_to_end(args)
            while len(wrapper.results) > maxsize:
                wrapper.results.popitem(last=False)
            return wrapper.results[args]
        wrapper.results = OrderedDict()
        return wrapper
    return decorate
