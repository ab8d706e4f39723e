from pathlib import PurePosixPath


def problems(data):
    if data[:2] != b"#!":
        return ["missing"]
    line = data[2:].split(b"\n", 1)[0].decode("utf-8", "replace")
    words = line.split()
    is_env = bool(words) and PurePosixPath(words[0]).name == "env"
    checks = {
        "line end": line.endswith("\r"),
        "fixed path": not is_env,
        "arguments": is_env and len(words) > 2 and words[1] != "-S",
    }
    return [name for name, holds in checks.items() if holds]
