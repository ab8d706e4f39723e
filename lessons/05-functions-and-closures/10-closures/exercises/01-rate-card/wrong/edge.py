# expect: band_edge
def rates(bands):
    ordered = sorted(bands)

    def price(weight):
        best = None
        for limit, value in ordered:
            if limit < weight:
                best = value
        return best
    return price


def captured(function):
    cells = function.__closure__ or ()
    return dict(zip(function.__code__.co_freevars, [cell.cell_contents for cell in cells]))
