lamp = 40
