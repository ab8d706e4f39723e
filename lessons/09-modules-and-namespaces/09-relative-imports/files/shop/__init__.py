"""A shop."""
name = "Corner Shop"
