class Ticket:
    """A ticket with a number."""

    sold = 0
    price = 20

    def __init__(self, price=None):
        Ticket.sold += 1
        self.number = Ticket.sold
        self.notes = []
        if price is not None:
            self.price = price


if __name__ == "__main__":
    first, second = Ticket(), Ticket(price=15)
    Ticket.price = 25
    print(first.number, first.price, second.number, second.price, Ticket.sold)
