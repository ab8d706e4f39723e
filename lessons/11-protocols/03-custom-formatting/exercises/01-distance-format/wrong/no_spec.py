# expect: spec_dropped
UNITS = {"km": 1000, "mi": 1609.344, "m": 1}


class Distance:
    """A distance in meters."""

    def __init__(self, meters):
        self.meters = meters

    def __str__(self):
        return f"{self.meters} m"

    def __format__(self, spec):
        for unit, meters in UNITS.items():
            if spec.endswith(unit):
                number = self.meters if meters == 1 else self.meters / meters
                return f"{number} {unit}"
        return format(str(self), spec)
