def fahrenheit(lines):
    """Return the readings in degrees Fahrenheit, without blank lines and comments."""
    result = []
    for line in lines:  # TODO: a list comprehension
        result.append(float(line))
    return result


if __name__ == "__main__":
    print(fahrenheit(["20", "", "# door open", " -10.0 "]))
