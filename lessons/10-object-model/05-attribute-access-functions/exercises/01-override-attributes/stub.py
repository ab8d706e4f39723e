def override(x, /, **changes):
    """Set attributes of x; return a function that puts them back."""
    # TODO

    def undo():
        pass

    return undo


if __name__ == "__main__":
    class Config:
        port = 80

    config = Config()
    undo = override(config, port=8080)
    print(config.port)
    undo()
    print(config.port, vars(config))
