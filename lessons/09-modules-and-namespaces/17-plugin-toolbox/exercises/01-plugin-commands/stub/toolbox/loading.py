"""Finds and imports plugins."""
# TODO: steps 2 and 3
