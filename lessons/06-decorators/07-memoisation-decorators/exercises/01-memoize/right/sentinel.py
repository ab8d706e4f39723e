import functools

NOTHING = object()


def memoize(maxsize):
    def decorate(function):
        results = {}

        def wrapper(*args):
            try:
                hash(args)
            except TypeError:
                return function(*args)
            result = results.pop(args, NOTHING)
            if result is NOTHING:
                result = function(*args)
                if len(results) == maxsize:
                    results.pop(list(results)[0])
            results[args] = result
            return result
        functools.update_wrapper(wrapper, function)
        wrapper.results = results
        return wrapper
    return decorate
