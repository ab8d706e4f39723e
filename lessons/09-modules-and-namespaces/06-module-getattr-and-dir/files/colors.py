"""Colors of the shop."""
import warnings

SIGNAL = "#d00"


def __getattr__(name):
    if name == "WARNING":
        warnings.warn("colors.WARNING is now colors.SIGNAL", DeprecationWarning, stacklevel=2)
        return SIGNAL
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__():
    return ["SIGNAL", "WARNING"]
