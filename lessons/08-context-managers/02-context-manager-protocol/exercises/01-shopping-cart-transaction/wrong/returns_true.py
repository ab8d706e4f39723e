# expect: swallowed
from copy import deepcopy


class Transaction:
    """Undo what a failed block did to a dictionary of lists."""

    def __init__(self, target):
        self.target = target
        self.states = []

    def __enter__(self):
        self.states.append(deepcopy(self.target))
        return self.target

    def __exit__(self, kind, error, trace):
        state = self.states.pop()
        if kind is not None:
            self.target.clear()
            self.target.update(state)
            return True


if __name__ == "__main__":
    cart = {"ada": ["lamp"]}
    try:
        with Transaction(cart):
            cart["ada"].append("desk")
            cart["bob"] = ["rug"]
            raise ValueError("card refused")
    except ValueError as error:
        print(error, cart)
