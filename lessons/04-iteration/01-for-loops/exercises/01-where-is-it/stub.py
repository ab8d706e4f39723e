def where_is(lines, word):
    """Return the numbered lines that contain the word, the last one first."""
    found = []
    for i in range(len(lines)):  # TODO: lines may be a generator
        if word in lines[i]:
            found.append(f"{i}: {lines[i]}")
    return found


if __name__ == "__main__":
    print(where_is(["ok", "disk full", "ok", "disk gone"], "disk"))
