"""Checks for next-in-line."""
import lab


@lab.check("each class alone changes the price")
def alone():
    main = lab.load()
    lab.equal(main.Discount(1000).price(), 900, call="Discount(1000).price()")
    lab.equal(main.Tax(1000).price(), 1200, call="Tax(1000).price()")


@lab.check("Discount asks the next in the row")
def follows():
    main = lab.load()

    class Double(main.Item):
        def price(self):
            return super().price() * 2

    class Probe(main.Discount, Double):
        pass

    lab.equal(Probe(1000).price(), 1900, call="the price with a doubling class after Discount", reply="named")


@lab.check("Tax asks the next in the row")
def tax_follows():
    main = lab.load()

    class Double(main.Item):
        def price(self):
            return super().price() * 2

    class Probe(main.Tax, Double):
        pass

    lab.equal(Probe(1000).price(), 2400, call="the price with a doubling class after Tax")


@lab.check("Sale has no price of its own")
def inherited():
    lab.true("price" not in vars(lab.load().Sale), "Sale has a price of its own.", reply="repeated")


@lab.check("Sale adds the tax to the discounted price")
def sale():
    main = lab.load()
    lab.equal(main.Sale(1000).price(), 1080, call="Sale(1000).price()", reply="order")
    lab.equal(main.Sale(600).price(), 600, call="Sale(600).price()", reply="order")
