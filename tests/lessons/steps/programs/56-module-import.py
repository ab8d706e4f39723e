# One of the programs whose recording is compared: module import.
import math
from collections import namedtuple, defaultdict

Pair = namedtuple("Pair", "a b")
p = Pair(1, 2)
d = defaultdict(list)
d["x"].append(p.a)
r = math.floor(2.5)
