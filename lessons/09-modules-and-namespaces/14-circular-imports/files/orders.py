from customers import Customer

class Order:
    def __init__(self, name):
        self.customer = Customer(name)
