"""Numbers that several modules need."""

VAT = 19
