"""The front door of the package."""
from report.parsing import Row, parse, parse_line
from report.layout import _rate, gross, layout


def set_rate(percent):
    global _rate
    _rate = percent


__all__ = ["Row", "gross", "layout", "parse", "parse_line", "set_rate"]
