"""Not the one of the standard library."""
