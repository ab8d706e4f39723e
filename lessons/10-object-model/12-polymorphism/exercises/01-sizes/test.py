"""Checks for sizes."""
import lab


@lab.check("numbers, texts, None")
def simple():
    size = lab.load().size
    for value, expected in [(7, 8), (2.5, 8), ("abc", 3), ("", 0), (None, 0)]:
        lab.equal(size(value), expected, call=f"size({value!r})")
    lab.equal(size("Zoë €"), 8, call="size('Zoë €')", reply="bytes_of_text")
    lab.equal((size(True), size(False)), (1, 1), call="size(True), size(False)", reply="bool_as_int")


@lab.check("containers count what is inside")
def containers():
    size = lab.load().size
    lab.equal(size([1, "ab", (2.5, [])]), 18, call="size([1, 'ab', (2.5, [])])", reply="flat")
    lab.equal(size({"a": {"b": [True, None]}}), 3, call="size({'a': {'b': [True, None]}})", reply="flat")
    lab.equal(size({}), 0, call="size({})")


@lab.check("objects that know their size are asked")
def knowing():
    size = lab.load().size

    class Packet:
        def size_in_bytes(self):
            return 42

    outcome = lab.calls(size, [Packet(), 1])
    lab.equal(outcome.value, 50, call="size of a list with an object that has size_in_bytes", reply="duck")


@lab.check("anything else is a TypeError that names the type")
def others():
    size = lab.load().size
    for value in ({1}, object(), 3j):
        outcome = lab.calls(size, value)
        lab.true(isinstance(outcome.error, TypeError) and type(value).__name__ in str(outcome.error),
                 f"size({type(value).__name__}) gave {outcome.error or outcome.value!r}.", reply="says_nothing")


@lab.check("other modules can add types")
def extensible():
    size = lab.load().size
    lab.true(callable(getattr(size, "register", None)), "size has no register.", reply="closed")
    size.register(bytes, len)
    outcome = lab.calls(size, [b"abc", 1])
    lab.equal(outcome.value, 11, call="size([b'abc', 1]), once bytes are registered", reply="closed")
