"""From rows to text."""
# TODO: set_rate, gross, layout
