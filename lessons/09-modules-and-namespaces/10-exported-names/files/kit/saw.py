teeth = 40
