"""A table that takes long to make."""


def __getattr__(name):
    if name == "table":
        print("(making the table)")
        globals()["table"] = [n * n for n in range(5)]
        return globals()["table"]
    raise AttributeError(name)
