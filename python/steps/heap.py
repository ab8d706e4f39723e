"""Turns what a program holds into plain data: values, objects with numbers, frames.

It owns the form of values and objects in a report. A value is a number, which names an object, or
a text whose first letter says what it is: n None and its like, t truth, i f c numbers, s text, b
bytes, o something that is not drawn. An object is a dict: `n` its number, `k` its kind, `t` its
type, and as far as it has them `i` items, `d` pairs, `a` named attributes, `s` a few words, `x`
how many entries are left out.
"""

import collections
import gc
import types

from . import look

MAX_OBJECTS = 120
MAX_ENTRIES = 32
MAX_TEXT = 48

_INLINE = {type(None): "n", bool: "t", int: "i", float: "f", complex: "c", str: "s", bytes: "b",
           type(Ellipsis): "n", type(NotImplemented): "n"}
_SPOKEN = ("datetime", "decimal", "fractions", "pathlib", "uuid", "zoneinfo")
_CLASS_NOISE = ("__module__", "__dict__", "__weakref__", "__doc__", "__qualname__",
                "__firstlineno__", "__static_attributes__", "__classdictcell__", "__hash__",
                "__annotations_cache__", "__annotate_func__", "__annotate__",
                "__annotations__", "__parameters__", "__orig_bases__", "__abstractmethods__")
_BUILTIN_FUNCTIONS = (types.BuiltinFunctionType, types.MethodWrapperType,
                      types.WrapperDescriptorType, types.MethodDescriptorType,
                      types.ClassMethodDescriptorType)
_ITERATORS = {
    type(iter([])): "list", type(iter(())): "tuple", type(iter("")): "str",
    type(iter(range(0))): "range", type(iter({})): "dict keys", type(iter({}.values())): "dict values",
    type(iter({}.items())): "dict items", type(iter(set())): "set", type(iter(b"")): "bytes",
    type(reversed([])): "list, backwards", enumerate: "enumerate", zip: "zip", map: "map",
    filter: "filter", reversed: "reversed",
}
_INDEXED = (type(iter([])), type(iter(())), type(iter("")), type(iter(b"")), type(reversed([])), reversed)
_LISTED = (type(iter({})), type(iter({}.values())), type(iter({}.items())), type(iter(set())))


def spoken(value):
    """Return a simple value as text, or None if it is not one."""
    letter = _INLINE.get(type(value))
    if letter is None:
        return None
    if letter == "i" and value.bit_length() > 400:
        return f"ian integer of {value.bit_length()} bits"
    if letter in "sb" and len(value) > MAX_TEXT:
        value = value[:MAX_TEXT]
        return letter + _clean(repr(value)) + "…"
    return letter + _clean(repr(value))


def _clean(text):
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")


class Heap:
    """The objects that were seen, each under a number of its own as long as it can be reached."""

    def __init__(self, with_values):
        self._with_values = with_values
        self._numbers = {}
        self._kinds = {}
        self._last = 0
        self._sent = {}
        self._now = {}
        self._waiting = collections.deque()
        self.is_cut = False

    def begin(self):
        """A new picture is taken."""
        self._now = {}
        self._waiting.clear()

    def value(self, value):
        """Return a value for the report; an object will be part of the picture."""
        text = spoken(value)
        if text is not None and not self._with_values:
            return text
        key = id(value)
        if key in self._now:
            return self._now[key]
        if len(self._now) >= MAX_OBJECTS:
            self.is_cut = True
            return text or "o" + look.class_name(type(value))
        number = self._numbers.get(key)
        if number is None or self._kinds[key] is not type(value):
            self._last += 1
            number = self._numbers[key] = self._last
            self._kinds[key] = type(value)
        self._now[key] = number
        self._waiting.append(value)
        return number

    def finish(self):
        """Return the objects that are new or have changed, and the numbers of those gone."""
        changed = []
        while self._waiting:
            value = self._waiting.popleft()
            number = self._now[id(value)]
            record = {"n": number, **self._record(value)}
            if self._sent.get(number) != record:
                self._sent[number] = record
                changed.append(record)
        there = set(self._now.values())
        gone = [number for number in self._sent if number not in there]
        for number in gone:
            del self._sent[number]
        self._numbers = dict(self._now)
        self._kinds = {key: kind for key, kind in self._kinds.items() if key in self._now}
        return changed, gone

    def _record(self, value):
        kind = type(value)
        text = spoken(value)
        if text is not None:
            return {"k": "value", "t": look.class_name(kind), "s": text}
        for base, read in _READERS.items():
            if kind is base:
                return read(self, value)
        if look.is_class(value):
            return self._class(value)
        if kind in _ITERATORS:
            return self._iterator(value, _ITERATORS[kind])
        return self._instance(value)

    def _items(self, kind, iterator, length, of=None):
        items = []
        for item in iterator:
            if len(items) >= MAX_ENTRIES:
                break
            items.append(self.value(item))
        return _cut({"k": kind, "t": of or kind, "i": items}, length - len(items))

    def _pairs(self, value, of=None):
        pairs = []
        for key, item in dict.items(value):
            if len(pairs) >= MAX_ENTRIES:
                break
            pairs.append([self.value(key), self.value(item)])
        return _cut({"k": "dict", "t": of or "dict", "d": pairs}, dict.__len__(value) - len(pairs))

    def _named(self, pairs):
        named = [[_clean(name), self.value(item)] for name, item in pairs if type(name) is str]
        return named[:MAX_ENTRIES]

    def _function(self, value):
        code = value.__code__
        record = {"k": "function", "t": "function", "s": _signature(value)}
        if not look.is_learners_file(code.co_filename):
            return record
        named = []
        positional = code.co_varnames[:code.co_argcount]
        defaults = value.__defaults__ or ()
        for name, item in zip(positional[len(positional) - len(defaults):], defaults):
            named.append(("default " + name, item))
        for name, item in (value.__kwdefaults__ or {}).items():
            named.append(("default " + name, item))
        for name, cell in zip(code.co_freevars, value.__closure__ or ()):
            named.append(("cell " + name, cell))
        named += look.instance_dict(value).items()
        return _with_named(record, self._named(named))

    def _cell(self, value):
        try:
            content = [["contents", self.value(value.cell_contents)]]
        except ValueError:
            content = []
        return {"k": "cell", "t": "cell", "a": content, "s": "" if content else "empty"}

    def _method(self, value):
        function, owner = value.__func__, value.__self__
        name = function.__name__ if type(function) is types.FunctionType else "…"
        named = [("self", owner), ("function", function)]
        return {"k": "method", "t": "method", "s": name, "a": self._named(named)}

    def _builtin(self, value):
        owner = value.__self__ if type(value) is types.BuiltinFunctionType else None
        record = {"k": "function", "t": "built-in function", "s": value.__name__}
        if owner is None or type(owner) is types.ModuleType:
            return record
        if look.is_class(owner):
            record["s"] = f"{look.class_name(owner)}.{value.__name__}"
            return record
        return {"k": "method", "t": "built-in method", "s": value.__name__,
                "a": self._named([("self", owner)])}

    def _generator(self, value):
        names = _GENERATORS[type(value)]
        frame = getattr(value, names[1])
        record = {"k": "generator", "t": f"{names[0]} {_clean(value.__name__)}"}
        if frame is None:
            record["s"] = "finished"
            return record
        if getattr(value, names[2]):
            record["s"] = "running"
            return record
        is_waiting = getattr(value, names[3])
        record["s"] = f"paused at line {frame.f_lineno}" if is_waiting else "not started"
        if not look.is_learners_file(frame.f_code.co_filename):
            return record
        named = self._named(locals_of(frame))
        inner = getattr(value, names[4], None)
        if inner is not None:
            named.append(["waits for", self.value(inner)])
        return _with_named(record, named)

    def _module(self, value):
        own = look.vars_of_module(value)
        name = dict.get(own, "__name__")
        name = _clean(name) if type(name) is str else "?"
        record = {"k": "module", "t": "module", "s": name}
        if name != "__main__" and look.is_learners_file(dict.get(own, "__file__")):
            return _with_named(record, self._named(visible(own)))
        return record

    def _class(self, value):
        own = look.class_dict(value)
        bases = [base for base in type.__dict__["__bases__"].__get__(value) if base is not object]
        names = ", ".join(look.class_name(base) for base in bases)
        name = look.class_name(value)
        record = {"k": "class", "t": "class", "s": f"{name}({names})" if names else name}
        if not look.is_learners_class(value):
            record["s"] = look.class_qualname(value)
            return record
        named = [("base", base) for base in bases if look.is_learners_class(base)]
        named += [
            (name, item) for name, item in own.items()
            if name not in _CLASS_NOISE and not _is_of_enum(name) and type(item) is not types.MemberDescriptorType
            and type(item) is not types.GetSetDescriptorType
        ]
        return _with_named(record, self._named(named))

    def _wrapped(self, value):
        name = look.class_name(type(value))
        if type(value) is property:
            parts = [("get", value.fget), ("set", value.fset), ("delete", value.fdel)]
        else:
            parts = [("function", value.__func__)]
        named = self._named([(name, part) for name, part in parts if part is not None])
        return {"k": "instance", "t": name, "a": named}

    def _iterator(self, value, of):
        kind = type(value)
        record = {"k": "iterator", "t": look.class_name(kind), "s": f"over {of}"}
        try:
            parts = value.__reduce__()
        except Exception:
            return record
        if kind in _INDEXED:
            return self._indexed(record, parts, kind)
        if kind in _LISTED:
            rest = parts[1][0]
            left = len(rest)
            record["s"] = f"over {of}: {left} left"
            if left:
                record["a"] = [["next", self.value(rest[0]) if spoken(rest[0]) else "o…"]]
            return record
        if kind is type(iter(range(0))):
            rest = parts[1][0]
            if type(parts[2] if len(parts) > 2 else None) is int:
                rest = rest[parts[2]:]
            record["s"] = f"over {of}: {len(rest)} left"
            if len(rest):
                record["a"] = [["next", self.value(rest[0])]]
            return record
        arguments = list(parts[1])
        if kind is enumerate:
            record["s"] = f"{of}: next number {arguments[1]}"
            arguments = arguments[:1]
        else:
            record["s"] = of
        record["a"] = self._named([("over" if type(it) in _ITERATORS or kind in (zip, enumerate)
                                    else "function" if at == 0 and kind in (map, filter) else "over", it)
                                   for at, it in enumerate(arguments)])
        return record

    def _indexed(self, record, parts, kind):
        over = parts[1][0]
        index = parts[2] if len(parts) > 2 else None
        if type(index) is not int or index < 0 or (type(over) is tuple and not over and not index):
            record["s"] = "exhausted"
            return record
        record["a"] = [["over", self.value(over)]]
        record["s"] = f"next: index {index}"
        return record

    def _instance(self, value):
        kind = type(value)
        order = look.mro_of(kind)
        name = look.class_name(kind)
        if BaseException in order:
            return self._exception(value, name)
        if not look.is_learners_class(kind):
            if dict in order:
                return self._pairs(value, name)
            if collections.deque in order:
                return self._items("list", collections.deque.__iter__(value),
                                   collections.deque.__len__(value), name)
            return self._foreign(value, name)
        record = {"k": "instance", "t": name}
        for base, read in _BASES.items():
            if base in order:
                record = {**read(self, value, name), "k": "instance"}
        named = list(look.slots(value))
        own = look.instance_dict(value)
        if own is not None:
            named += [(key, item) for key, item in dict.items(own) if key != "__objclass__" and key != "_sort_order_"]
        record = _with_named(record, self._named(named))
        for base in (str, int, float, bytes, complex):
            if base in order:
                plain = {str: str.__str__, int: int.__int__, float: float.__float__,
                         bytes: bytes.__bytes__, complex: complex.__complex__}[base](value)
                if type(plain) is base:
                    record["s"] = (spoken(plain) or "o")[1:]
        return record

    def _namespace(self, value):
        named = self._named((look.instance_dict(value) or {}).items())
        return _with_named({"k": "instance", "t": "SimpleNamespace"}, named)

    def _exception(self, value, name):
        record = {"k": "exception", "t": name}
        named = [("args", look.exception_args(value))]
        own = look.instance_dict(value)
        if own:
            named += dict.items(own)
        for part in ("__cause__", "__context__"):
            other = BaseException.__dict__[part].__get__(value)
            if other is not None:
                named.append((part, other))
                break
        return _with_named(record, self._named(named))

    def _foreign(self, value, name):
        kind = type(value)
        record = {"k": "other", "t": name}
        if look.class_dict(kind).get("__module__") in _SPOKEN:
            try:
                record["s"] = _clean(repr(value))[:MAX_TEXT]
            except Exception:
                pass
            return record
        # What such an object refers to is all that is known of it.
        if look.class_dict(kind).get("__module__") in ("itertools", "functools"):
            try:
                parts = [it for it in gc.get_referents(value) if not look.is_class(it)][:6]
            except Exception:
                parts = []
            return _with_named(record, [["refers to", self.value(it)] for it in parts])
        return record


def _is_of_enum(name):
    """Say whether a name is one that the library's `enum` keeps in a class, such as `_member_map_`."""
    return name.startswith("_") and name.endswith("_") and not name.startswith("__")


def _signature(function):
    code = function.__code__
    n_plain = code.co_argcount + code.co_kwonlyargcount
    names = list(code.co_varnames[:code.co_argcount])
    rest = n_plain
    if code.co_flags & 4:
        names.append("*" + code.co_varnames[rest])
        rest += 1
    elif code.co_kwonlyargcount:
        names.append("*")
    names += code.co_varnames[code.co_argcount:n_plain]
    if code.co_flags & 8:
        names.append("**" + code.co_varnames[rest])
    return _clean(f"{function.__name__}({', '.join(names)})")


def _cut(record, n_left):
    if n_left > 0:
        record["x"] = n_left
    return record


def _with_named(record, named):
    if named:
        record["a"] = named
    return record


def visible(namespace):
    """Yield the names of a namespace that the learner gave."""
    for name, value in list(dict.items(namespace)):
        if type(name) is str and not look.is_hidden(name):
            yield name, value


def locals_of(frame):
    """Yield the names of a frame with their values."""
    return visible(dict(frame.f_locals))


_GENERATORS = {
    types.GeneratorType: ("generator", "gi_frame", "gi_running", "gi_suspended", "gi_yieldfrom"),
    types.CoroutineType: ("coroutine", "cr_frame", "cr_running", "cr_suspended", "cr_await"),
    types.AsyncGeneratorType: ("async generator", "ag_frame", "ag_running", "ag_suspended", "ag_await"),
}
_BASES = {
    list: lambda heap, value, name: heap._items("list", list.__iter__(value), list.__len__(value), name),
    tuple: lambda heap, value, name: heap._items("tuple", tuple.__iter__(value), tuple.__len__(value), name),
    set: lambda heap, value, name: heap._items("set", set.__iter__(value), set.__len__(value), name),
    frozenset: lambda heap, value, name: heap._items(
        "frozenset", frozenset.__iter__(value), frozenset.__len__(value), name),
    dict: lambda heap, value, name: heap._pairs(value, name),
}
_READERS = {
    **{base: (lambda heap, value, read=read, name=base.__name__: read(heap, value, name))
       for base, read in _BASES.items()},
    types.FunctionType: Heap._function,
    types.SimpleNamespace: Heap._namespace,
    types.CellType: Heap._cell,
    types.MethodType: Heap._method,
    **{kind: Heap._generator for kind in _GENERATORS},
    types.ModuleType: Heap._module,
    property: Heap._wrapped,
    staticmethod: Heap._wrapped,
    classmethod: Heap._wrapped,
    **{kind: Heap._builtin for kind in _BUILTIN_FUNCTIONS},
    range: lambda heap, value: {"k": "other", "t": "range", "s": repr(value)},
    bytearray: lambda heap, value: {"k": "other", "t": "bytearray", "s": repr(value[:MAX_TEXT])},
}
