# expect: with_a_loop
def fahrenheit(lines):
    result = []
    for line in lines:
        text = line.strip()
        if text and not text.startswith("#"):
            result.append(float(text) * 9 / 5 + 32)
    return result
