class Ticket:
    """A ticket with a number."""

    # TODO


if __name__ == "__main__":
    first, second = Ticket(), Ticket(price=15)
    Ticket.price = 25
    print(first.number, first.price, second.number, second.price, Ticket.sold)
