"""The front door of the package."""
# TODO
