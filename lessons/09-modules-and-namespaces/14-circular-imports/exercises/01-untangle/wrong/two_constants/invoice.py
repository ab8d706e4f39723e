from report import amount

VAT = 19


class Invoice:
    def __init__(self, customer, net):
        self.customer, self.net = customer, net

    def text(self):
        return f"{self.customer.name}: {amount(self.net)}"
