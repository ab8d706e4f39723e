print("running shop/prices.py")

lamp = 40
