class Ticket:
    sold = 0
    price = 20

    def __init__(self, **own):
        vars(self).update(own)
        __class__.sold = self.number = __class__.sold + 1
        self.notes = list()
