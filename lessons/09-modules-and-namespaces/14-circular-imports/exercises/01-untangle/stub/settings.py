"""Numbers that several modules need."""
