# One of the programs whose recording is compared: simple namespace.
from types import SimpleNamespace

config = SimpleNamespace(log=["begin"])
log = config.log
log.append("more")
config.log = []
config.mode = "x"
