# expect: same_price
class Ticket:
    sold = 0
    price = 20

    def __init__(self, price=20):
        Ticket.sold += 1
        self.number = Ticket.sold
        if price != 20:
            self.price = price
        self.notes = []
