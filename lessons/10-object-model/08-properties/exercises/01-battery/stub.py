class Battery:
    """A battery, whose charge stays within its capacity."""

    def __init__(self, capacity, charge):
        self.capacity = capacity
        self.charge = charge

    # TODO: capacity, charge, percent, is_low


if __name__ == "__main__":
    battery = Battery(3000, 1500)
    battery.percent = 10
    print(battery.charge, battery.is_low)
