class Register:
    def __init__(self):
        sold = []

        def sell(item, cents):
            sold.append((item, cents))
            return f"R-{len(sold)}: {item} {cents}"

        self.sell = sell
        self.total = lambda: sum(cents for _, cents in sold)
        self.sales = sold.copy
