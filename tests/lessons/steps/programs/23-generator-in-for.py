def letters():
    yield "a"
    yield "b"


out = []
for letter in letters():
    out.append(letter)
