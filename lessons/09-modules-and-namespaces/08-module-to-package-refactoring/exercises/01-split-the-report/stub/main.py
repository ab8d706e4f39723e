"""Prints the report of the day."""
import old_report
