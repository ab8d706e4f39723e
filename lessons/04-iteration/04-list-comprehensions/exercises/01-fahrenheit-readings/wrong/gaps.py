# expect: keeps_gaps
def fahrenheit(lines):
    return [
        float(line) * 9 / 5 + 32 if line.strip() and not line.strip().startswith("#") else None
        for line in lines
    ]
