# expect: blank_line
def fahrenheit(lines):
    return [float(line) * 9 / 5 + 32 for line in lines if line and not line.strip().startswith("#")]
