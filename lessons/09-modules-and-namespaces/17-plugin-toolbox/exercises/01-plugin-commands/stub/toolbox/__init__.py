"""The front door."""
# TODO: step 4
