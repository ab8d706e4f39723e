def fahrenheit(lines):
    """Return the readings in degrees Fahrenheit, without blank lines and comments."""
    return [
        float(text) * 9 / 5 + 32
        for text in map(str.strip, lines)
        if text and text[0] != "#"
    ]
