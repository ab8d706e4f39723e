def fahrenheit(lines):
    return [
        float(text) * 9 / 5 + 32
        for line in lines
        if (text := line.strip()) and text[0] != "#"
    ]
