def where_is(lines, word):
    """Return the numbered lines that contain the word, the last one first."""
    found = []
    for number, line in enumerate(lines, start=1):
        if word in line:
            found.append(f"{number}: {line}")
    return found[::-1]


if __name__ == "__main__":
    print(where_is(["ok", "disk full", "ok", "disk gone"], "disk"))
