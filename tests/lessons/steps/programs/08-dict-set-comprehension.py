# One of the programs whose recording is compared: dict set comprehension.
words = ["one", "three"]
lengths = {word: len(word) for word in words}
kinds = {len(word) % 2 for word in words}
