# One of the programs whose recording is compared: dataclass.
from dataclasses import dataclass, field


@dataclass
class Item:
    name: str
    tags: list = field(default_factory=list)


a = Item("x")
b = Item("x")
a.tags.append(1)
same = a == b
