def total():
    return 360
