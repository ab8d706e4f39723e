print("shop/__init__.py as", __name__)
