# One of the programs whose recording is compared: lambda and sorted.
people = [("b", 2), ("a", 1)]
ordered = sorted(people, key=lambda it: it[1])
mapped = list(map(lambda it: it[0], ordered))
