class Distance:
    def __init__(self, meters):
        self.meters = meters

    def __str__(self):
        return f"{self.meters} m"

    def __format__(self, spec):
        if spec[-2:] == "km":
            return f"{self.meters / 1000:{spec[:-2]}} km"
        if spec[-2:] == "mi":
            return f"{self.meters / 1609.344:{spec[:-2]}} mi"
        if spec[-1:] == "m":
            return f"{self.meters:{spec[:-1]}} m"
        return f"{str(self):{spec}}"
