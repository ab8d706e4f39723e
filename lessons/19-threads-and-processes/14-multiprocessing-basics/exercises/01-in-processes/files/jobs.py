"""Functions that can be sent to other processes."""

import os
import time


def where(seconds):
    """Sleep for a while; return the process in which that happened, and when it began and ended."""
    start = time.time()
    time.sleep(seconds)
    return seconds, os.getpid(), start, time.time()


def times_ten(number):
    time.sleep(0.02 * (5 - number))
    return number * 10
