"""Structures and unions: named fields at computed places of one buffer.

Owns the layout, which is C's: each field at a multiple of its alignment. What one field holds is
`ctypes._data`.
"""

from ctypes._data import _CData, _Type


class _RecordType(_Type):
    """The type of structures and unions: `_fields_` is laid out when it is set."""

    def __init__(cls, name, bases, body):
        super().__init__(name, bases, body)
        if "_fields_" in body:
            _lay_out(cls, body["_fields_"])

    def __setattr__(cls, name, value):
        if name == "_fields_" and "_fields_" in cls.__dict__:
            raise AttributeError("_fields_ is final")
        super().__setattr__(name, value)
        if name == "_fields_":
            _lay_out(cls, value)


class _Field:
    """One field: its place, and how it is read and written."""

    def __init__(self, name, kind, offset):
        self.name, self.type, self.offset = name, kind, offset
        self.size = kind._size_

    def __get__(self, record, owner=None):
        if record is None:
            return self
        return self.type._at(record._buffer, self.offset)._item()

    def __set__(self, record, value):
        part = self.type._at(record._buffer, self.offset)
        if isinstance(value, tuple) and hasattr(self.type, "_fields_"):
            value = self.type(*value)
        part._assign(value)

    def __repr__(self):
        kind = self.type.__name__
        return f"<Field type={kind}, ofs={self.offset}, size={self.size}>"


def _lay_out(cls, fields):
    base = cls.__mro__[1]
    size, align = base._size_ or 0, base._align_
    pack = getattr(cls, "_pack_", None)
    for entry in fields:
        if len(entry) != 2:
            raise NotImplementedError("bit fields are not supported by the ctypes of this page")
        name, kind = entry
        if not (isinstance(kind, type) and issubclass(kind, _CData)):
            raise TypeError("second item in _fields_ tuple (index 0) must be a C type")
        own = min(kind._align_, pack) if pack else kind._align_
        align = max(align, own)
        offset = 0 if cls._is_union_ else -(-size // own) * own
        size = max(size, offset + kind._size_)
        type.__setattr__(cls, name, _Field(name, kind, offset))
    cls._align_ = align
    cls._size_ = -(-size // align) * align


class _Record(_CData, metaclass=_RecordType):
    __module__ = "ctypes"
    _is_union_ = False

    def __init__(self, *values, **named):
        names = self._names()
        if len(values) > len(names):
            raise TypeError("too many initializers")
        for name, value in zip(names, values):
            if name in named:
                raise TypeError(f"duplicate values for field {name!r}")
            setattr(self, name, value)
        for name, value in named.items():
            setattr(self, name, value)

    @classmethod
    def _names(cls):
        names = []
        for owner in reversed(cls.__mro__):
            names += [entry[0] for entry in owner.__dict__.get("_fields_", ())]
        return names


class Structure(_Record):
    """A C structure: a subclass lists its fields in `_fields_`."""

    __module__ = "ctypes"


class Union(_Record):
    """A C union: all its fields begin at the same place."""

    __module__ = "ctypes"
    _is_union_ = True
