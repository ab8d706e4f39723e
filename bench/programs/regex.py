"""Regular expressions: searching and replacing in a log."""

import re


def run():
    log = "\n".join(f"2026-11-{day % 28 + 1:02d} host{day % 7} status={200 + day % 5} took {day}ms" for day in range(6000))
    pattern = re.compile(r"^(\d{4})-(\d\d)-(\d\d) (\w+) status=(\d+) took (\d+)ms$", re.MULTILINE)
    total = sum(int(match[6]) for match in pattern.finditer(log))
    changed = re.sub(r"host(\d)", lambda match: f"server-{match[1]}", log)
    assert total == sum(range(6000)) and changed.count("server-") == 6000
