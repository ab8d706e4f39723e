"""Starts the toolbox: python -m toolbox shout hi"""
import sys

from .running import run

run("commands", sys.argv[1:])
