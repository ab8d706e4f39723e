import report
from settings import VAT


class Invoice:
    def __init__(self, customer, net):
        self.customer, self.net = customer, net

    def text(self):
        return f"{self.customer.name}: {report.amount(self.net)}"
