"""Reads one request, answers it."""

import json
import os
import sys

from _vivarium_browse.visit import visit


def main():
    request = json.load(sys.stdin)
    answer = json.dumps(visit(request)).encode()
    while answer:
        answer = answer[os.write(3, answer):]


main()
