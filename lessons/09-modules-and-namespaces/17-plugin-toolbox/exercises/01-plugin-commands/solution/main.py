"""Starts the toolbox: python main.py shout hi"""
import sys

from toolbox import run

if __name__ == "__main__":
    sys.exit(run("commands", sys.argv[1:]))
