"""Checks for numbered-tickets."""
import lab


@lab.check("tickets are numbered")
def numbers():
    ticket = lab.load().Ticket
    lab.equal(ticket.sold, 0, call="Ticket.sold at first")
    made = [ticket() for _ in range(3)]
    lab.equal(ticket.sold, 3, call="Ticket.sold after three tickets", reply="shadowed")
    lab.equal([it.number for it in made], [1, 2, 3], call="the numbers of three tickets")


@lab.check("subclasses count, too")
def subclasses():
    ticket = lab.load().Ticket
    child = type("Child", (ticket,), {})
    made = [ticket(), child(), ticket(), child()]
    lab.equal(([it.number for it in made], ticket.sold), ([1, 2, 3, 4], 4),
              call="the numbers of mixed tickets, and Ticket.sold", reply="per_class")


@lab.check("each ticket has its own notes")
def notes():
    ticket = lab.load().Ticket
    first, second = ticket(), ticket()
    first.notes.append("window")
    lab.equal((first.notes, second.notes), (["window"], []), call="the notes of two tickets", reply="shared_notes")


@lab.check("prices")
def prices():
    ticket = lab.load().Ticket
    first, second, free = ticket(), ticket(price=15), ticket(price=0)
    lab.equal((ticket.price, first.price, second.price), (20, 20, 15), call="the prices of class, ticket, cheap ticket")
    lab.equal(free.price, 0, call="Ticket(price=0).price", reply="zero_price")
    same = ticket(price=20)
    ticket.price = 25
    lab.equal((first.price, second.price), (25, 15), call="the prices after Ticket.price = 25", reply="price_copied")
    lab.equal(same.price, 20, call="the price of a Ticket(price=20) after Ticket.price = 25", reply="same_price")
