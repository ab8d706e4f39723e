MISSING = object()


class Ticket:
    price, sold = 20, 0

    def __init__(self, price=MISSING):
        self.notes = []
        setattr(Ticket, "sold", Ticket.sold + 1)
        self.number = Ticket.sold
        if price is not MISSING:
            setattr(self, "price", price)
