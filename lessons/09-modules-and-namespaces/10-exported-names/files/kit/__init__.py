__all__ = ["saw", "size"]
size = 3
