# One of the programs whose recording is compared: generator in for.
def letters():
    yield "a"
    yield "b"


out = []
for letter in letters():
    out.append(letter)
