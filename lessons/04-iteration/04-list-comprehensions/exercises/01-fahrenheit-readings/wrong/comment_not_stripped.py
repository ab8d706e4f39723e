# expect: indented_comment
def fahrenheit(lines):
    return [float(line) * 9 / 5 + 32 for line in lines if line.strip() and line[0] != "#"]
