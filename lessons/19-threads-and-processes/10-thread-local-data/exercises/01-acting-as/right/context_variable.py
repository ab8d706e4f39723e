from contextvars import ContextVar

_user = ContextVar("user", default="nobody")
user = _user.get


class acting_as:
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        self.token = _user.set(self.name)

    def __exit__(self, *error):
        _user.reset(self.token)
