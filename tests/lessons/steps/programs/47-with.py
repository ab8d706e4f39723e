# One of the programs whose recording is compared: with.
class Manager:
    def __enter__(self):
        return "inside"

    def __exit__(self, kind, error, trace):
        return kind is ValueError


with Manager() as word:
    x = word
with Manager():
    raise ValueError
y = 1
