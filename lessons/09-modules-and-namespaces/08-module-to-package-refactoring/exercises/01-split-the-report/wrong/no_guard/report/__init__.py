"""The front door of the package."""
from report.parsing import Row, parse, parse_line
from report.layout import gross, layout, set_rate

__all__ = ["Row", "gross", "layout", "parse", "parse_line", "set_rate"]
