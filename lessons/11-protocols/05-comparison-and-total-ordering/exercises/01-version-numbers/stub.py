class Version:
    """A version number such as 1.10.2."""

    def __init__(self, text):
        self.text = text

    def __str__(self):
        return self.text

    def __eq__(self, other):
        return self.text == other.text  # TODO

    def __lt__(self, other):
        return self.text < other.text  # TODO

if __name__ == "__main__":
    print(Version("1.9") < Version("1.10"), Version("1.2") == Version("1.2.0"))
