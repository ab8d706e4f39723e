# expect: still_celsius
def fahrenheit(lines):
    return [float(line) for line in lines if line.strip() and not line.strip().startswith("#")]
