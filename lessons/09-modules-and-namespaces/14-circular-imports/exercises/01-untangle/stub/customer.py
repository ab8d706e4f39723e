from invoice import Invoice


class Customer:
    def __init__(self, name):
        self.name = name

    def bill(self, net):
        return Invoice(self, net)
