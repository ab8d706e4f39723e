"""Checks for shopping-cart-transaction."""

import lab


def failing(cart, failure, *, transaction=None):
    """Run a block that changes the cart and fails; return what came out of the `with`."""
    transaction = transaction or lab.load().Transaction(cart)

    def block():
        with transaction:
            cart["ada"].append("desk")
            cart["bob"] = ["rug"]
            raise failure
    return lab.calls(block)


@lab.check("the changes of a block that ends well stay, and `as` gives the dictionary")
def commits():
    cart = {"ada": ["lamp"]}
    with lab.load().Transaction(cart) as bound:
        cart["ada"].append("desk")
        cart["bob"] = []
    lab.true(bound is cart, f"`as` should give the dictionary, but it gave {bound!r}.")
    lab.true(cart == {"ada": ["lamp", "desk"], "bob": []}, f"After a block that ended well there is {cart!r}.",
             reply="rolled_back_always")


@lab.check("after a failure the dictionary is what it was, and the exception goes on")
def rolls_back():
    for failure in (ValueError("refused"), KeyError("card")):
        cart = {"ada": ["lamp"], "cy": []}
        outcome = failing(cart, failure)
        story = f"The block raised {failure!r}, and then the dictionary was {cart!r}."
        lab.true(cart != {"ada": ["lamp", "desk"], "cy": []}, story, reply="shallow")
        if "bob" in cart:
            module = lab.load()
            transaction = module.Transaction(cart)
            lab.calls(failing, cart, failure, transaction=transaction)
            replaced = any(value is not cart and isinstance(value, dict) for value in vars(transaction).values())
            lab.fail(story, reply="other_dictionary" if replaced else "not_rolled_back")
        lab.equal(cart, {"ada": ["lamp"], "cy": []}, call="the dictionary after a failed block")
        lab.true(outcome.error is failure, f"The block raised {failure!r}, and what came out of the `with` was "
                 f"{outcome.error!r}.", reply="swallowed")


@lab.check("Ctrl-C in the block is a failure, too")
def interrupted():
    cart = {"ada": ["lamp"]}
    outcome = failing(cart, KeyboardInterrupt())
    lab.true(cart == {"ada": ["lamp"]}, f"After Ctrl-C the dictionary was {cart!r}.", reply="only_exceptions")
    lab.true(isinstance(outcome.error, KeyboardInterrupt), "Ctrl-C did not get out.", reply="swallowed")


@lab.check("one object can be used later, and inside its own block")
def again():
    cart = {"ada": ["lamp"]}
    transaction = lab.load().Transaction(cart)
    for _ in range(2):
        lab.calls(failing, cart, ValueError("x"), transaction=transaction)
    lab.equal(cart, {"ada": ["lamp"]}, call="the dictionary after two failed blocks")

    def outer():
        with transaction:
            cart["ada"].append("sofa")
            lab.calls(failing, cart, ValueError("inner"), transaction=transaction)
            seen.append(sorted(cart["ada"]))
            raise ValueError("outer")

    seen = []
    outcome = lab.calls(outer)
    story = f"Undone to {seen} after the inner block, and to {cart!r} after the outer one."
    lab.true(seen == [["lamp", "sofa"]] and cart == {"ada": ["lamp"]}, story, reply="nested")
    lab.true(str(outcome.error) == "outer", f"{outcome.error!r} came out of the outer block.", reply="nested")
