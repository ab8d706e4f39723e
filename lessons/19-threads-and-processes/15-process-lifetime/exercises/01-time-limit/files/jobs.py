"""Targets of all sorts."""

import os
import signal
import sys
import time


def quick():
    pass


def fails():
    sys.exit(2)


def crashes():
    os.kill(os.getpid(), signal.SIGKILL)


def endless():
    time.sleep(1000)


def careful():
    def clean_up(number, frame):
        time.sleep(0.2)
        with open("cleaned.txt", "w") as file:
            file.write("yes")
        sys.exit(0)

    signal.signal(signal.SIGTERM, clean_up)
    time.sleep(1000)


def stubborn():
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    while True:
        time.sleep(0.05)
