print("running shop/tools/__init__.py")
