"""Starts the toolbox: python -m toolbox shout hi"""
import sys

from .running import run

sys.exit(run("commands", sys.argv[1:]))
