# expect: closed
def size(value):
    if isinstance(value, bool):
        return 1
    if isinstance(value, (int, float)):
        return 8
    if value is None:
        return 0
    if isinstance(value, str):
        return len(value.encode())
    if isinstance(value, (list, tuple)):
        return sum(map(size, value))
    if isinstance(value, dict):
        return sum(size(key) + size(item) for key, item in value.items())
    if hasattr(value, "size_in_bytes"):
        return value.size_in_bytes()
    raise TypeError(f"no size for {type(value).__name__}")
