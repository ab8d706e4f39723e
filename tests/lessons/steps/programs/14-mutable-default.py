# One of the programs whose recording is compared: mutable default.
def collect(item, into=[]):
    into.append(item)
    return into


a = collect(1)
b = collect(2)
c = collect(3, [])
