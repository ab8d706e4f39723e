"""C data in memory: the part of `ctypes` that needs no C library.

Simple types, arrays, structures and unions, over any buffer: enough for
`multiprocessing.sharedctypes` and for taking binary data apart. Owns the functions on such data;
the types are `ctypes._data` and `ctypes._records`. There are no C libraries to call here.
"""

import weakref as _weakref

from ctypes._data import (
    Array,
    _CData,
    _SimpleCData,
    c_bool,
    c_byte,
    c_char,
    c_double,
    c_float,
    c_int,
    c_int8,
    c_int16,
    c_int32,
    c_int64,
    c_long,
    c_longlong,
    c_short,
    c_size_t,
    c_ssize_t,
    c_ubyte,
    c_uint,
    c_uint8,
    c_uint16,
    c_uint32,
    c_uint64,
    c_ulong,
    c_ulonglong,
    c_ushort,
    c_wchar,
)
from ctypes._records import Structure, Union

_objects = _weakref.WeakValueDictionary()


def __getattr__(name):
    raise AttributeError(
        f"module 'ctypes' has no attribute {name!r} here: it knows C's data types, "
        "but in a browser there are no C libraries to call"
    )


def sizeof(obj_or_type):
    """Return the size in bytes of a C instance or type."""
    kind = obj_or_type if isinstance(obj_or_type, type) else type(obj_or_type)
    if not issubclass(kind, _CData):
        raise TypeError("this type has no size")
    return kind._size_


def alignment(obj_or_type):
    """Return the alignment of a C instance or type."""
    kind = obj_or_type if isinstance(obj_or_type, type) else type(obj_or_type)
    if not issubclass(kind, _CData):
        raise TypeError("no alignment info")
    return kind._align_


def addressof(obj):
    """Return a number that stands for the place of a C instance in memory."""
    if not isinstance(obj, _CData):
        raise TypeError("invalid type")
    _objects[id(obj)] = obj
    return id(obj)


def _bytes_at(place):
    obj = _objects.get(place) if isinstance(place, int) else place
    if not isinstance(obj, _CData):
        raise ValueError("only addresses from addressof() of living objects are known here")
    return obj._buffer


def memset(dst, c, count):
    """Fill `count` bytes at `dst` with the value `c`."""
    _bytes_at(dst)[:count] = bytes([c & 0xFF]) * count
    return dst


def memmove(dst, src, count):
    """Copy `count` bytes from `src` to `dst`."""
    data = bytes(src[:count]) if isinstance(src, bytes) else bytes(_bytes_at(src)[:count])
    _bytes_at(dst)[:count] = data
    return dst


def string_at(ptr, size=-1):
    """Return the bytes at `ptr`, up to a zero byte if `size` is not given."""
    data = bytes(_bytes_at(ptr))
    return data.split(b"\0", 1)[0] if size < 0 else data[:size]


def create_string_buffer(init, size=None):
    """Return an array of characters that can be changed, from bytes or of a size."""
    if isinstance(init, bytes):
        buffer = (c_char * (len(init) + 1 if size is None else size))()
        buffer.value = init
        return buffer
    if isinstance(init, int):
        return (c_char * init)()
    raise TypeError(init)


def create_unicode_buffer(init, size=None):
    """Return an array of wide characters that can be changed, from a string or of a size."""
    if isinstance(init, str):
        buffer = (c_wchar * (len(init) + 1 if size is None else size))()
        buffer.value = init
        return buffer
    if isinstance(init, int):
        return (c_wchar * init)()
    raise TypeError(init)


class pointer:
    """Points to a C instance: `contents` is the instance, `[0]` its value."""

    def __init__(self, obj):
        if not isinstance(obj, _CData):
            raise TypeError("_type_ must have storage info")
        self.contents = obj

    def __getitem__(self, index):
        _only_first(index)
        return self.contents._item()

    def __setitem__(self, index, value):
        _only_first(index)
        self.contents._assign(value)


def _only_first(index):
    if index != 0:
        raise IndexError("a pointer here knows only the one object it points to")
