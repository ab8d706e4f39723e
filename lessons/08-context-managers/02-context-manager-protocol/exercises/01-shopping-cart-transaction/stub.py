class Transaction:
    """Undo what a failed block did to a dictionary of lists."""

    # TODO: __init__, __enter__ and __exit__


if __name__ == "__main__":
    cart = {"ada": ["lamp"]}
    try:
        with Transaction(cart):
            cart["ada"].append("desk")
            cart["bob"] = ["rug"]
            raise ValueError("card refused")
    except ValueError as error:
        print(error, cart)
