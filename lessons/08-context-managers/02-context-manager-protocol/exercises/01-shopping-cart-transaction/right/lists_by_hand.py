class Transaction:
    def __init__(self, cart):
        self.cart = cart
        self.stack = []

    def __enter__(self):
        self.stack.append({name: list(items) for name, items in self.cart.items()})
        return self.cart

    def __exit__(self, kind, error, trace):
        before = self.stack.pop()
        if error is None:
            return
        self.cart.clear()
        for name, items in before.items():
            self.cart[name] = items
