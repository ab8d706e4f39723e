"""Starts the toolbox: python -m toolbox shout hi"""
# TODO: step 6
