"""Runs a command."""
# TODO: step 5
