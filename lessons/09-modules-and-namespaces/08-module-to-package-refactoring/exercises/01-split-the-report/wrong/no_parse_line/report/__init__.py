"""The front door of the package."""
from report.parsing import Row, parse
from report.layout import gross, layout, set_rate

__all__ = ["Row", "gross", "layout", "parse", "set_rate"]
