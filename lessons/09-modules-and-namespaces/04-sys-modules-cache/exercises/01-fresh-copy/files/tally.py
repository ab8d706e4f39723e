"""Counts. Its state is in the module."""
import sys

if getattr(sys, "tally_is_broken", False):
    raise ValueError("broken")

count = 0


def add():
    global count
    count += 1
    return count
