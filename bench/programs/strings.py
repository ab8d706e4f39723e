"""Strings: building, splitting, joining, replacing, formatting."""


def run():
    words = [f"word{number % 97:03d}" for number in range(20_000)]
    text = " ".join(words)
    found = 0
    for word in text.split(" "):
        if word.startswith("word0") and word.endswith("7"):
            found += 1
    text = text.replace("word", "W").upper()
    rows = ["{:>6}|{:<6}".format(number, text[number : number + 5]) for number in range(10_000)]
    reverse = "".join(reversed(text))
    assert found > 0 and len(rows) == 10_000 and reverse[0] == text[-1]
