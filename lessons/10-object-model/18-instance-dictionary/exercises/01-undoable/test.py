"""Checks for undoable."""
import lab


def state(thing):
    return {name: value for name, value in vars(thing).items() if not name.startswith("_undo")}


def cart(main):
    class Cart(main.Undoable):
        def __init__(self):
            self.items = ["lamp"]
            self.owner = "Ada"

    return Cart()


@lab.check("changed, new and deleted attributes are as they were")
def plain():
    it = cart(lab.load())
    it.city = "Rome"
    it.save()
    it.owner = "Bob"
    it.voucher = "SPRING"
    del it.city
    it.back()
    lab.equal(it.owner, "Ada", call="a changed attribute after back()", reply="same_dict")
    lab.true(not hasattr(it, "voucher"), "The attribute voucher is still there.", reply="new_stays")
    lab.true(hasattr(it, "city"), "The deleted attribute city is not there again.")
    del it.owner
    second = lab.calls(it.back)
    lab.true(second.error is None, f"The second back() raised {second.error!r}.", reply="once")
    lab.equal(state(it), {"items": ["lamp"], "owner": "Ada", "city": "Rome"}, call="the attributes after a second back()",
              reply="once")


@lab.check("what attributes hold is as it was")
def deep():
    it = cart(lab.load())
    it.items.append(["nested"])
    it.save()
    it.items[1].append("later")
    it.items.append("desk")
    it.back()
    lab.equal(it.items, ["lamp", ["nested"]], call="the list after back()", reply="shallow")


@lab.check("back() can be called again and again")
def again():
    it = cart(lab.load())
    it.save()
    for item in "desk", "sofa":
        it.items.append(item)
        outcome = lab.calls(it.back)
        lab.true(outcome.error is None, f"back() raised {outcome.error!r}.", reply="once")
        lab.equal(it.items, ["lamp"], call=f"the list after {item} was added and back() called", reply="once")


@lab.check("the last save counts, and each object has its own")
def several():
    main = lab.load()
    first, second = cart(main), cart(main)
    first.save()
    first.items.append("desk")
    first.save()
    second.save()
    first.items.clear()
    second.owner = "Bob"
    second.back()
    first.back()
    lab.equal((state(first), state(second)),
              ({"items": ["lamp", "desk"], "owner": "Ada"}, {"items": ["lamp"], "owner": "Ada"}),
              call="the attributes of two objects after back()")
    extra = set(vars(first)) - {"items", "owner"}
    lab.true(len(extra) <= 1, f"The object has the further attributes {sorted(extra)}.")
    lab.raises(RuntimeError, cart(main).back)


@lab.check("no setter and no __setattr__ runs")
def silent():
    main = lab.load()
    calls = []

    class Thermostat(main.Undoable):
        def __init__(self):
            vars(self).update(_degrees=20, degrees="hidden")

        def __setattr__(self, name, value):
            calls.append(name)
            object.__setattr__(self, name, value)

        @property
        def degrees(self):
            return self._degrees

        @degrees.setter
        def degrees(self, value):
            calls.append("setter")
            self._degrees = value

    it = Thermostat()
    it.save()
    vars(it)["_degrees"] = 90
    it.back()
    lab.true(not calls, f"These were set by the dot: {calls}.", reply="through_setters")
    lab.equal(state(it), {"_degrees": 20, "degrees": "hidden"}, call="the attributes after back()")
