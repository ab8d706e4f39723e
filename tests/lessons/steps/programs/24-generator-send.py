# One of the programs whose recording is compared: generator send.
def echo():
    got = None
    while got != "stop":
        got = yield got
    return "over"


g = echo()
next(g)
x = g.send(1)
try:
    g.send("stop")
except StopIteration as end:
    y = end.value
