"""Reads parts of objects without calling any code of theirs.

It owns what is a name of the learner's and what belongs to a library. It knows nothing of steps.
"""

import sys
import types

HOME = "/home/learner/"
_PRIVATE = HOME + ".vivarium/"
_MISSING = object()

mro_of = type.__dict__["__mro__"].__get__
class_dict = type.__dict__["__dict__"].__get__
_name_of = type.__dict__["__name__"].__get__
_qualname_of = type.__dict__["__qualname__"].__get__
_args_of = BaseException.__dict__["args"].__get__


def is_learners_file(path):
    """Say whether a file is one of the program's own."""
    return type(path) is str and path.startswith(HOME) and not path.startswith(_PRIVATE)


def is_learners_module(name):
    """Say whether a module is made of the learner's code."""
    if type(name) is not str:
        return False
    module = dict.get(sys.modules, name)
    if type(module) is not types.ModuleType:
        return False
    return name == "__main__" or is_learners_file(dict.get(vars_of_module(module), "__file__"))


def is_class(value):
    """Say whether a value is a class; `isinstance` would ask the value itself."""
    return type in mro_of(type(value))


def vars_of_module(module):
    """Return the namespace of a module."""
    return object.__getattribute__(module, "__dict__")


def is_learners_class(cls):
    """Say whether a class was made by the learner's code."""
    return is_learners_module(class_dict(cls).get("__module__"))


def class_name(cls):
    """Return the name of a class."""
    return _name_of(cls)


def class_qualname(cls):
    """Return the name of a class with what it stands in."""
    return _qualname_of(cls)


def is_hidden(name):
    """Say whether a name is one that Python itself keeps, such as `__name__`."""
    return name.startswith(".") or (name.startswith("__") and name.endswith("__"))


def instance_dict(value):
    """Return the attributes that an object itself holds, or None if it has no such place."""
    for cls in mro_of(type(value)):
        place = class_dict(cls).get("__dict__")
        if type(place) in (types.GetSetDescriptorType, types.MemberDescriptorType):
            try:
                found = place.__get__(value)
            except Exception:
                return None
            return found if type(found) is dict else None
    return None


def slots(value):
    """Yield name and value of each filled slot that the learner's classes declare."""
    for cls in reversed(mro_of(type(value))):
        own = class_dict(cls)
        if "__slots__" not in own:
            continue
        for name, place in own.items():
            if type(place) is types.MemberDescriptorType:
                try:
                    yield name, place.__get__(value)
                except AttributeError:
                    pass


def on_type(cls, name, default=None):
    """Return the first class along the order of resolution that has the name, and what it has."""
    for owner in mro_of(cls):
        found = class_dict(owner).get(name, _MISSING)
        if found is not _MISSING:
            return owner, found
    return None, default


def has_on_type(cls, name):
    """Say whether a class or one that it is made of has the name."""
    return on_type(cls, name)[0] is not None


def exception_args(error):
    """Return the arguments an exception was made with."""
    return _args_of(error)
