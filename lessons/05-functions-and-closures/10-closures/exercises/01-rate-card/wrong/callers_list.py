# expect: sees_changes
def rates(bands):
    if not isinstance(bands, list):
        bands = list(bands)
    bands.sort()

    def price(weight):
        best = None
        for limit, value in bands:
            if limit <= weight:
                best = value
        return best
    return price


def captured(function):
    cells = function.__closure__ or ()
    return dict(zip(function.__code__.co_freevars, [cell.cell_contents for cell in cells]))
