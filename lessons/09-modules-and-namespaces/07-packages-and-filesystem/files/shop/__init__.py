"""A shop."""
print("running shop/__init__.py")
