def is_reading(line):
    """Say whether there is something on the line, and no comment."""
    text = line.strip()
    return text != "" and not text.startswith("#")


def fahrenheit(lines):
    """Return the readings in degrees Fahrenheit, without blank lines and comments."""
    return [float(line) * 9 / 5 + 32 for line in lines if is_reading(line)]


if __name__ == "__main__":
    print(fahrenheit(["20", "", "# door open", " -10.0 "]))
