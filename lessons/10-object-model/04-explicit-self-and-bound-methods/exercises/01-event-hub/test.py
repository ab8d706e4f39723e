"""Checks for event-hub."""
import lab


class Lamp:
    def __init__(self, room):
        self.room = room

    def __eq__(self, other):
        return isinstance(other, Lamp)

    def __hash__(self):
        return 1

    def switch(self, on):
        return f"{self.room} {on}"

    def log(self, on):
        return f"log {self.room}"


def plain(on):
    return f"plain {on}"


def hub(*callbacks):
    made = lab.load().Hub()
    for callback in callbacks:
        made.subscribe(callback)
    return made


@lab.check("subscribers are called in order")
def order():
    lamp = Lamp("attic")
    lab.equal(hub(lamp.switch, plain, lamp.log).publish("on"), ["attic on", "plain on", "log attic"],
              call="publish('on')")
    lab.equal(hub().publish("on"), [], call="publish('on') without subscribers")


@lab.check("a bound method subscribes once")
def once():
    lamp = Lamp("attic")
    lab.equal(hub(lamp.switch, lamp.switch).publish("on"), ["attic on"],
              call="publish('on'), where the same method subscribed twice", reply="identity")


@lab.check("two objects are two subscribers")
def two():
    lab.equal(hub(Lamp("attic").switch, Lamp("hall").switch).publish("on"), ["attic on", "hall on"],
              call="publish('on'), with the methods of two lamps", reply="by_function")


@lab.check("a subscriber can leave")
def leave():
    lamp, other = Lamp("attic"), Lamp("hall")
    made = hub(lamp.switch, other.switch, plain)
    made.unsubscribe(lamp.switch)
    made.unsubscribe(lamp.log)
    lab.equal(made.publish("on"), ["hall on", "plain on"], call="publish('on') after an unsubscribe")


@lab.check("drop removes the methods of one object")
def drop():
    lamp, other = Lamp("attic"), Lamp("hall")
    made = hub(lamp.switch, lamp.log, plain, other.switch)
    error = lab.calls(made.drop, lamp).error
    lab.true(error is None, f"drop raised {error!r}.", reply="no_self" if isinstance(error, AttributeError) else None)
    left = made.publish("on")
    reply = {("plain on",): "equal_objects", ("log attic", "plain on", "hall on"): "skipped"}.get(tuple(left))
    lab.equal(left, ["plain on", "hall on"], call="publish('on') after drop", reply=reply)
