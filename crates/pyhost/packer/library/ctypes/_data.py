"""Simple C types and arrays of them, over a buffer.

Owns the layout of one value and of a row of values. Records of several are `ctypes._records`.
Sizes are those of 64-bit Linux, whatever the interpreter was compiled for.
"""

import operator

_array_types = {}


class _Type(type):
    """The type of C types: they can be multiplied to make arrays."""

    def __mul__(cls, length):
        return array_type(cls, length)

    __rmul__ = __mul__


class _CData(metaclass=_Type):
    """A C instance: `_buffer` are its bytes, its own or someone else's."""

    __slots__ = ("_buffer", "_keep", "__dict__", "__weakref__")
    __module__ = "ctypes"
    _size_ = 0
    _align_ = 1

    def __new__(cls, *args, **kwargs):
        if cls._size_ is None:
            raise TypeError("abstract class")
        self = object.__new__(cls)
        self._place(memoryview(bytearray(cls._size_)))
        return self

    def _place(self, buffer):
        self._buffer = buffer

    def _item(self):
        """Return what an array or a record shows of an element of this type."""
        return self

    def _assign(self, value):
        """Take over a value that is assigned to an element of this type."""
        if not isinstance(value, type(self)):
            expected, given = type(self).__name__, type(value).__name__
            raise TypeError(f"incompatible types, {given} instance instead of {expected} instance")
        self._buffer[:] = bytes(value._buffer)

    def __buffer__(self, flags):
        return self._buffer

    def __reduce__(self):
        raise ValueError("ctypes objects cannot be pickled here")

    @classmethod
    def _at(cls, buffer, offset):
        """Return the instance whose bytes begin at `offset` of a buffer of bytes."""
        self = object.__new__(cls)
        self._place(buffer[offset : offset + cls._size_])
        return self

    @classmethod
    def from_buffer(cls, source, offset=0):
        """Return an instance that shares the buffer of a writable object."""
        view = memoryview(source)
        if view.readonly:
            raise TypeError("underlying buffer is not writable")
        view = view.cast("B")
        _check_room(cls, len(view), offset)
        return cls._at(view, offset)

    @classmethod
    def from_buffer_copy(cls, source, offset=0):
        """Return an instance with a copy of the bytes of an object."""
        data = bytes(memoryview(source).cast("B"))
        _check_room(cls, len(data), offset)
        return cls._at(memoryview(bytearray(data[offset : offset + cls._size_])), 0)


def _check_room(cls, length, offset):
    if offset < 0:
        raise ValueError("offset cannot be negative")
    if length < offset + cls._size_:
        raise ValueError(
            f"Buffer size too small ({length} instead of at least {offset + cls._size_} bytes)"
        )


class _SimpleCData(_CData):
    """One number, truth value or character."""

    __slots__ = ("_view",)
    __module__ = "ctypes"
    _size_ = None
    _format_ = None

    def __init__(self, value=None):
        if value is not None:
            self.value = value

    def _place(self, buffer):
        self._buffer = buffer
        self._view = buffer.cast(self._format_)

    @property
    def value(self):
        """The value as Python has it."""
        return self._show(self._view[0])

    @value.setter
    def value(self, value):
        self._view[0] = self._take(value)

    @classmethod
    def _show(cls, raw):
        return raw

    @classmethod
    def _take(cls, value):
        return value

    def _item(self):
        return self.value

    def _assign(self, value):
        self.value = value.value if isinstance(value, type(self)) else value

    def __bool__(self):
        return bool(self.value)

    def __repr__(self):
        return f"{type(self).__name__}({self.value!r})"


class _Integer(_SimpleCData):
    __module__ = "ctypes"
    _signed_ = True

    @classmethod
    def _take(cls, value):
        bits = 8 * cls._size_
        value = operator.index(value) & ((1 << bits) - 1)
        return value - (1 << bits) if cls._signed_ and value >> (bits - 1) else value


class _Real(_SimpleCData):
    __module__ = "ctypes"

    @classmethod
    def _take(cls, value):
        if isinstance(value, (str, bytes)):
            raise TypeError(f"must be real number, not {type(value).__name__}")
        return float(value)


class c_bool(_SimpleCData):
    """A truth value of one byte."""

    __module__ = "ctypes"
    _size_, _align_, _format_, _type_ = 1, 1, "?", "?"

    @classmethod
    def _take(cls, value):
        return bool(value)


class c_char(_SimpleCData):
    """One byte."""

    __module__ = "ctypes"
    _size_, _align_, _format_, _type_ = 1, 1, "B", "c"

    @classmethod
    def _show(cls, raw):
        return bytes([raw])

    @classmethod
    def _take(cls, value):
        if isinstance(value, (bytes, bytearray)) and len(value) == 1:
            return value[0]
        if isinstance(value, int) and 0 <= value < 256:
            return value
        raise TypeError(
            "one character bytes, bytearray, or an integer in range(256) expected"
        )


class c_wchar(_SimpleCData):
    """One character, of four bytes."""

    __module__ = "ctypes"
    _size_, _align_, _format_, _type_ = 4, 4, "I", "u"

    @classmethod
    def _show(cls, raw):
        return chr(raw)

    @classmethod
    def _take(cls, value):
        if not isinstance(value, str):
            given = type(value).__name__
            raise TypeError(f"a unicode character expected, not instance of {given}")
        if len(value) != 1:
            raise TypeError("a unicode character expected, not a string of length "
                            f"{len(value)}")
        return ord(value)


def _number(name, base, code, view, size, signed=True):
    body = {
        "__module__": "ctypes",
        "__slots__": (),
        "_type_": code,
        "_format_": view,
        "_size_": size,
        "_align_": size,
        "_signed_": signed,
    }
    return _Type(name, (base,), body)


c_byte = c_int8 = _number("c_byte", _Integer, "b", "b", 1)
c_ubyte = c_uint8 = _number("c_ubyte", _Integer, "B", "B", 1, signed=False)
c_short = c_int16 = _number("c_short", _Integer, "h", "h", 2)
c_ushort = c_uint16 = _number("c_ushort", _Integer, "H", "H", 2, signed=False)
c_int = c_int32 = _number("c_int", _Integer, "i", "i", 4)
c_uint = c_uint32 = _number("c_uint", _Integer, "I", "I", 4, signed=False)
c_long = c_longlong = c_int64 = c_ssize_t = _number("c_long", _Integer, "l", "q", 8)
c_ulong = c_ulonglong = c_uint64 = c_size_t = _number(
    "c_ulong", _Integer, "L", "Q", 8, signed=False
)
c_float = _number("c_float", _Real, "f", "f", 4)
c_double = _number("c_double", _Real, "d", "d", 8)


class Array(_CData):
    """A row of C instances of one type."""

    __slots__ = ("_view",)
    __module__ = "ctypes"
    _size_ = None
    _type_ = None
    _length_ = 0

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        if cls._type_ is not None:
            cls._size_ = cls._type_._size_ * cls._length_
            cls._align_ = cls._type_._align_
            if cls._type_ in (c_char, c_wchar) and "value" not in cls.__dict__:
                cls.value = _text_value
                if cls._type_ is c_char:
                    cls.raw = _raw_value

    def __init__(self, *values):
        if len(values) > self._length_:
            raise IndexError("invalid index")
        for index, value in enumerate(values):
            self[index] = value

    def _place(self, buffer):
        self._buffer = buffer
        simple = issubclass(self._type_, _SimpleCData) and self._length_
        self._view = buffer.cast(self._type_._format_) if simple else None

    def _item(self):
        return self.value if self._type_ in (c_char, c_wchar) else self

    def _assign(self, value):
        if self._type_ in (c_char, c_wchar) and isinstance(value, (bytes, str)):
            self.value = value
        elif isinstance(value, tuple):
            self[: len(value)] = value
        else:
            super()._assign(value)

    def __len__(self):
        return self._length_

    def _index(self, index):
        index = operator.index(index)
        if index < 0:
            index += self._length_
        if not 0 <= index < self._length_:
            raise IndexError("invalid index")
        return index

    def _element(self, index):
        return self._type_._at(self._buffer, index * self._type_._size_)

    def __getitem__(self, index):
        if isinstance(index, slice):
            return self._slice(index)
        index = self._index(index)
        if self._view is not None:
            return self._type_._show(self._view[index])
        return self._element(index)._item()

    def _slice(self, index):
        items = [self[at] for at in range(*index.indices(self._length_))]
        if self._type_ is c_char:
            return b"".join(items)
        if self._type_ is c_wchar:
            return "".join(items)
        return items

    def __setitem__(self, index, value):
        if isinstance(index, slice):
            places = range(*index.indices(self._length_))
            if len(places) != len(value):
                raise ValueError("Can only assign sequence of same size")
            for at, item in zip(places, value):
                self[at] = item
            return
        index = self._index(index)
        if self._view is None:
            self._element(index)._assign(value)
            return
        if isinstance(value, self._type_):
            value = value.value
        self._view[index] = self._type_._take(value)

    def __iter__(self):
        for index in range(self._length_):
            yield self[index]


def _get_text(self):
    text = self[:]
    return text.split(b"\0" if isinstance(text, bytes) else "\0", 1)[0]


def _set_text(self, value):
    expected = bytes if self._type_ is c_char else str
    if not isinstance(value, expected):
        given = type(value).__name__
        wanted = "bytes" if expected is bytes else "unicode string"
        raise TypeError(f"{wanted} expected instead of {given} instance")
    if len(value) > self._length_:
        kind = "byte string" if expected is bytes else "string"
        raise ValueError(f"{kind} too long")
    self[: len(value)] = value
    if len(value) < self._length_:
        self[len(value)] = b"\0" if expected is bytes else "\0"


def _get_raw(self):
    return bytes(self._buffer)


def _set_raw(self, value):
    data = bytes(value)
    if len(data) > self._size_:
        raise ValueError("byte string too long")
    self._buffer[: len(data)] = data


_text_value = property(_get_text, _set_text, doc="The characters up to the first zero.")
_raw_value = property(_get_raw, _set_raw, doc="All bytes.")


def array_type(kind, length):
    """Return the type of arrays of `length` instances of a C type; always the same one."""
    if not isinstance(length, int):
        raise TypeError(f"can't multiply sequence by non-int of type '{type(length).__name__}'")
    if length < 0:
        raise ValueError(f"Array length must be >= 0, not {length}")
    known = _array_types.get((kind, length))
    if known is None:
        name = f"{kind.__name__}_Array_{length}"
        body = {"__module__": kind.__module__, "_type_": kind, "_length_": length}
        known = _array_types[kind, length] = _Type(name, (Array,), body)
    return known
