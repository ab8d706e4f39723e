import re


class Distance:
    def __init__(self, meters):
        self.meters = meters

    def __str__(self):
        return "{} m".format(self.meters)

    def __format__(self, spec):
        match = re.fullmatch(r"(.*?)(km|mi|m)", spec)
        if match is None:
            return str(self).__format__(spec)
        rest, unit = match.groups()
        if unit == "m":
            return self.meters.__format__(rest) + " m"
        return f"{self.meters / {'km': 1000, 'mi': 1609.344}[unit]:{rest}} {unit}"
