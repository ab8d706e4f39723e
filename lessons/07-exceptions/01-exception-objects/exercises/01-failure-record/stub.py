def failure_record(error):
    """Describe an exception as a dictionary with type, message and file."""
    return {
        "type": "Exception",  # TODO: its own type
        "message": "",  # TODO
        "file": None,  # TODO
    }


if __name__ == "__main__":
    print(failure_record(ValueError("price is negative")))
    print(failure_record(FileNotFoundError(2, "No such file or directory", "prices.csv")))
