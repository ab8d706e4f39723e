import invoice


class Customer:
    def __init__(self, name):
        self.name = name

    def bill(self, net):
        return invoice.Invoice(self, net)
