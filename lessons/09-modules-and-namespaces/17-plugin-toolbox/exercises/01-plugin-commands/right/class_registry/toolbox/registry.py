"""What commands there are."""


class Registry(dict):
    def add(self, name, function):
        if name in self and self[name] is not function:
            raise ValueError(f"command {name} exists")
        self[name] = function
        return function


REGISTRY = Registry()


def command(name):
    return lambda function: REGISTRY.add(name, function)


def commands():
    return {**REGISTRY}
