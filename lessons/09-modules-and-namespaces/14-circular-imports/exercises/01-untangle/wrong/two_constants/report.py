from typing import TYPE_CHECKING

from settings import VAT

if TYPE_CHECKING:
    from customer import Customer


def amount(net):
    return f"{net * (100 + VAT) / 100:.2f}"


def line(customer: "Customer", net: int) -> str:
    return f"{customer.name} owes {amount(net)}"
