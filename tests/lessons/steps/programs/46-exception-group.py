# One of the programs whose recording is compared: exception group.
def run():
    raise ExceptionGroup("two", [ValueError("a"), TypeError("b")])


out = []
try:
    run()
except* ValueError as group:
    out.append(len(group.exceptions))
except* TypeError as group:
    out.append("type")
