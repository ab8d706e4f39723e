import customer as people
from settings import VAT


def amount(net):
    return f"{net * (100 + VAT) / 100:.2f}"


def line(customer: "Customer", net: int) -> str:
    return f"{customer.name} owes {amount(net)}"
