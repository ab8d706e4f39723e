"""Checks for weak-bell."""
import gc
import weakref
import lab


class Listener:
    def __init__(self, name, heard):
        self.name, self.heard = name, heard

    def hear(self, text):
        self.heard.append((self.name, text))


class Empty(Listener):
    def __len__(self):
        return 0


@lab.check("all listeners hear the bell, in order")
def rings():
    heard, bell = [], lab.load().Bell()
    ears = [Listener("a", heard), Empty("b", heard), Listener("c", heard)]
    for ear in ears:
        bell.add(ear)
    bell.ring("ding")
    lab.true(heard != [("a", "ding"), ("c", "ding")], "A listener of length 0 did not hear the bell.",
             reply="falsy_listener")
    lab.equal(heard, [("a", "ding"), ("b", "ding"), ("c", "ding")], call="what was heard")


@lab.check("a listener that nobody else holds goes, and is skipped")
def leaves():
    heard, bell = [], lab.load().Bell()
    stay, go = Listener("stay", heard), Listener("go", heard)
    bell.add(go)
    bell.add(stay)
    ref = weakref.ref(go)
    del go
    gc.collect()
    lab.true(ref() is None, "The listener is still alive.", reply="keeps_alive")
    outcome = lab.calls(bell.ring, "dong")
    lab.true(not isinstance(outcome.error, (AttributeError, ReferenceError)), f"ring raised {outcome.error!r}.", reply="dead_none")
    lab.equal(heard, [("stay", "dong")], call="what was heard after one listener left")
