"""A module with a bug in it."""
value = {}.missing
