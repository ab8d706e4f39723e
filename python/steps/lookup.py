"""Finds the way that the lookup of an attribute takes, without making it.

It owns the order of places: the type's order of resolution, the object itself, `__getattr__`.
"""

import types

from . import heap, look

_MISSING = object()


def path_of(of, namespace):
    """Return the way of a dotted name such as `c.name` over a namespace, as plain data."""
    first, *rest = of.split(".")
    value = dict.get(namespace, first, _MISSING)
    if value is _MISSING:
        return {"of": of, "problem": f"The program leaves no name {first}."}
    for name in rest[:-1]:
        value = _static(value, name)
        if value is _MISSING:
            return {"of": of, "problem": f"There is no attribute {name} on the way."}
    if not rest:
        return {"of": of, "problem": "A lookup needs a dot, as in c.name."}
    return {"of": of, **_path(value, rest[-1])}


def _static(value, name):
    own = look.instance_dict(value) or {}
    if look.is_class(value):
        _, found = look.on_type(value, name, _MISSING)
    else:
        found = dict.get(own, name, _MISSING)
        if found is _MISSING:
            _, found = look.on_type(type(value), name, _MISSING)
            if type(found) is types.MemberDescriptorType:
                found = dict(look.slots(value)).get(name, _MISSING)
    return found


def _path(value, name):
    kind = type(value)
    is_class = look.is_class(value)
    classes = _along(kind, name)
    hit = next((it for it in classes if it["has"]), None)
    if is_class:
        own = _along(value, name)
        here = next((it for it in own if it["has"]), None)
    else:
        own = None
        place = look.instance_dict(value)
        here = None
        if place is not None and dict.__contains__(place, name):
            here = {"what": _what(dict.__getitem__(place, name)), "has": True}
    if hit is not None and hit["data"]:
        winner = "type"
    elif here is not None:
        winner = "own"
    elif hit is not None:
        winner = "type"
    elif look.has_on_type(kind, "__getattr__"):
        winner = "getattr"
    else:
        winner = "none"
    owner, _ = look.on_type(kind, "__getattr__")
    special, _ = look.on_type(kind, "__getattribute__")
    return {
        "name": name, "type": look.class_name(kind), "is_class": is_class,
        "own_name": look.class_name(value) if is_class else "",
        "classes": classes, "own_classes": own or [],
        "own": here["what"] if here is not None and not is_class else "",
        "has_dict": is_class or look.instance_dict(value) is not None,
        "getattr": look.class_name(owner) if owner is not None else "",
        "special": look.class_name(special) if special not in (object, type, None) else "",
        "winner": winner,
    }


def _along(cls, name):
    places = []
    for owner in look.mro_of(cls):
        found = look.class_dict(owner).get(name, _MISSING)
        has = found is not _MISSING
        places.append({
            "name": look.class_name(owner), "has": has, "what": _what(found) if has else "",
            "data": has and _is_data(found), "get": has and look.has_on_type(type(found), "__get__"),
        })
    return places


def _is_data(found):
    kind = type(found)
    return look.has_on_type(kind, "__get__") and (
        look.has_on_type(kind, "__set__") or look.has_on_type(kind, "__delete__"))


def _what(found):
    text = heap.spoken(found)
    if text is not None:
        return text[1:]
    kind = type(found)
    if kind is types.FunctionType:
        return "function"
    if kind is types.MemberDescriptorType:
        return "slot"
    if look.is_class(found):
        return f"class {look.class_name(found)}"
    return look.class_name(kind)
