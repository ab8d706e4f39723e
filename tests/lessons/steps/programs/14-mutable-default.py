def collect(item, into=[]):
    into.append(item)
    return into


a = collect(1)
b = collect(2)
c = collect(3, [])
