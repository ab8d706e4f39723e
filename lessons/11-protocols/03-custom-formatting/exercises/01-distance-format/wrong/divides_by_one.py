# expect: becomes_float
class Distance:
    UNITS = {"km": 1000, "mi": 1609.344, "m": 1}

    def __init__(self, meters):
        self.meters = meters

    def __str__(self):
        return f"{self.meters} m"

    def __format__(self, spec):
        for unit, size in self.UNITS.items():
            if spec.endswith(unit):
                return f"{self.meters / size:{spec.removesuffix(unit)}} {unit}"
        return f"{self!s:{spec}}"
