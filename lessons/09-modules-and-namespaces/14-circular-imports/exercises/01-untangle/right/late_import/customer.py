class Customer:
    def __init__(self, name):
        self.name = name

    def bill(self, net):
        from invoice import Invoice

        return Invoice(self, net)
