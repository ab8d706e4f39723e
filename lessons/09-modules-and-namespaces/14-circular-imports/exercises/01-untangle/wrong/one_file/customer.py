from report import amount


class Customer:
    def __init__(self, name):
        self.name = name

    def bill(self, net):
        return Invoice(self, net)


class Invoice:
    def __init__(self, customer, net):
        self.customer, self.net = customer, net

    def text(self):
        return f"{self.customer.name}: {amount(self.net)}"
