class Distance:
    """A distance in meters."""

    def __init__(self, meters):
        self.meters = meters

    def __str__(self):
        return f"{self.meters} m"

    def __format__(self, spec):
        if spec.endswith("m"):
            return f"{self.meters} m"  # TODO
        return str(self)

if __name__ == "__main__":
    distance = Distance(1500)
    print(f"{distance} | {distance:.2fkm} | {distance:>10}")
