"""Starts the toolbox: python main.py shout hi"""
# TODO: step 6
