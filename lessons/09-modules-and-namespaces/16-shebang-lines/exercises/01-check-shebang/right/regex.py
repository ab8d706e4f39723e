import re


def problems(data):
    match = re.match(rb"#![ \t]*(\S*)[ \t]*([^\r\n]*)(\r?)", data)
    if match is None:
        return ["missing"]
    program, rest, end = match.groups()
    found = ["line end"] if end else []
    if not re.fullmatch(rb"(.*/)?env", program):
        return found + ["fixed path"]
    words = rest.split()
    return found + ["arguments"] * (len(words) > 1 and words[0] != b"-S")
