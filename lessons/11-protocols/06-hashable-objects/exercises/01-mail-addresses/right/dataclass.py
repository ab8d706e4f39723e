from dataclasses import dataclass


@dataclass(frozen=True, init=False)
class Address:
    user: str
    domain: str

    def __init__(self, text):
        user, _, domain = text.partition("@")
        object.__setattr__(self, "user", user)
        object.__setattr__(self, "domain", domain.lower())
