//! What one process can show of memory, semaphores and the start of programs: `mmap`, `SemLock`,
//! our `ctypes`, and how `multiprocessing` and `subprocess` look where nothing can be started.

use crate::check;

#[test]
fn a_mapped_file_is_its_bytes() {
    check(
        r#"
import mmap, os
def raises(kind, function, *args):
    try: function(*args)
    except kind as error: return str(error)
    raise AssertionError(f"{kind} was not raised")
open("data", "wb").write(b"abc\ndef\n" + bytes(5000))
with open("data", "r+b") as file:
    a, b = mmap.mmap(file.fileno(), 0), mmap.mmap(file.fileno(), 4)
    assert (len(a), a.size(), len(b), b[-1:]) == (5008, 5008, 4, b"\n")
    assert a.readline() == b"abc\n" and a.tell() == 4 and a.read(3) == b"def"
    a[0] = ord("X"); a[1:3] = b"YZ"; a.flush(); b.flush()
    assert b[:] == b"XYZ\n" and file.read(3) == b"XYZ"
    with memoryview(a).cast("i") as words: words[10] = 77
    assert a[40:44] == b"M\0\0\0" and a[43:39:-1] == b"\0\0\0M"
    assert a.find(b"ef") == -1 and a.find(b"ef", 0) == 5 and a.rfind(b"\n", 0, 8) == 7
    view = memoryview(a); assert "exported" in raises(BufferError, a.close); view.release()
    a.seek(-2, 2); assert a.write(b"zz") == 2 and raises(ValueError, a.write, b"z") == "data out of range"
    a.resize(9000); assert len(a) == 9000 == os.fstat(file.fileno()).st_size and a[5006:5008] == b"zz"
    a.move(0, 4, 3); assert a[:4] == b"def\n"
    r = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    raises(TypeError, r.__setitem__, 0, 1); assert memoryview(r).readonly and r[:3] == b"def"
    c = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_COPY); c[0] = 1; c.flush(); r.flush(); assert r[0] == ord("d")
    raises(ValueError, mmap.mmap, file.fileno(), 10_000)
    raises(ValueError, mmap.mmap, file.fileno(), 0, mmap.MAP_PRIVATE, mmap.PROT_READ, mmap.ACCESS_READ)
    a.close(); assert a.closed and raises(ValueError, a.read) == "mmap closed or invalid"
with open("data", "rb") as file:
    raises(PermissionError, mmap.mmap, file.fileno(), 0)
m = mmap.mmap(-1, 3); m.write(b"own"); assert m[:] == b"own" and bytes(m) == b"own"
m[:] = bytes(m[::-1]); assert m[:] == b"nwo"
raises(IndexError, m.__getitem__, 3); raises(OverflowError, mmap.mmap, -1, -1); raises(OSError, mmap.mmap, -1, 0)
"#,
    );
}

#[test]
fn a_semlock_knows_its_owner_and_its_limit() {
    check(
        r#"
import threading, time, _multiprocessing as M
def raises(kind, function, *args):
    try: function(*args)
    except kind as error: return str(error)
    raise AssertionError(f"{kind} was not raised")
lock = M.SemLock(M.SemLock.SEMAPHORE, 1, 1, "/a", False)
assert (lock.kind, lock.maxvalue, lock.name) == (1, 1, "/a") and isinstance(lock.handle, int)
with lock:
    assert lock._is_mine() and lock._count() == 1 and lock._is_zero() and lock._get_value() == 0
    before = time.monotonic()
    assert not lock.acquire(False) and not lock.acquire(True, 0.05) and time.monotonic() - before >= 0.05
assert raises(ValueError, lock.release) == "semaphore or lock released too many times"
raises(FileExistsError, M.SemLock, 1, 1, 1, "/a", False); raises(ValueError, M.SemLock, 1, 2, 1, "/b", False)
again = M.SemLock._rebuild(0, 1, 1, "/a")
again.acquire(); assert lock._is_zero() and not lock._is_mine(); again.release()
M.sem_unlink("/a"); raises(FileNotFoundError, M.sem_unlink, "/a"); raises(FileNotFoundError, M.SemLock._rebuild, 0, 1, 1, "/a")
mutex = M.SemLock(M.SemLock.RECURSIVE_MUTEX, 1, 1, "/r", True)
assert mutex.name is None and mutex.acquire() and mutex.acquire() and mutex._count() == 2
seen = []
thread = threading.Thread(target=lambda: seen.append((mutex.acquire(False), raises(AssertionError, mutex.release))))
thread.start(); thread.join(); assert seen == [(False, "attempt to release recursive lock not owned by thread")]
thread = threading.Thread(target=lambda: seen.append(mutex.acquire(True, 5))); thread.start()
mutex.release(); mutex.release(); thread.join(); assert seen[1] is True
"#,
    );
}

#[test]
fn ctypes_lays_out_data_as_c_does() {
    check(
        r#"
import ctypes as C, struct
assert [C.sizeof(t) for t in (C.c_char, C.c_short, C.c_int, C.c_long, C.c_float, C.c_double, C.c_wchar)] == [1, 2, 4, 8, 4, 8, 4]
assert C.c_int(2**31).value == -2**31 and C.c_ubyte(-1).value == 255 and C.c_bool(5).value is True
for bad in ((C.c_int, 1.5), (C.c_int, "1"), (C.c_char, b"ab"), (C.c_double, "x")):
    try: bad[0](bad[1])
    except TypeError: pass
    else: raise AssertionError(bad)
A = C.c_int * 4
assert A is C.c_int * 4 and A.__name__ == "c_int_Array_4" and list(A(1, 2)) == [1, 2, 0, 0]
a = A(*range(4)); a[1:3] = [7, 8]; assert a[:] == [0, 7, 8, 3] and a[-1] == 3 and len(a) == 4
class Point(C.Structure):
    _fields_ = [("kind", C.c_char), ("x", C.c_double), ("tag", C.c_char * 5), ("n", C.c_short)]
p = Point(b"k", 1.5, b"abc", n=3)
assert C.sizeof(Point) == 24 and (Point.x.offset, Point.tag.offset, Point.n.offset) == (8, 16, 22)
assert (p.kind, p.x, p.tag, p.n) == (b"k", 1.5, b"abc", 3)
assert bytes(p) == struct.pack("c7xd5sxh", b"k", 1.5, b"abc", 3), bytes(p)
memory = bytearray(48); row = (Point * 2).from_buffer(memory); row[1].x = 2.5
assert struct.unpack_from("d", memory, 32) == (2.5,) and Point.from_buffer(memory, 24).x == 2.5
class Both(C.Union): _fields_ = [("f", C.c_float), ("i", C.c_uint)]
assert hex(Both(1.0).i) == "0x3f800000"
text = C.create_string_buffer(b"hello", 8); assert text.value == b"hello" and text.raw == b"hello\0\0\0"
C.memset(C.addressof(text), ord("z"), 2); assert text.value == b"zzllo"
try: C.CDLL
except AttributeError as error: assert "no C libraries" in str(error)
"#,
    );
}

#[test]
fn multiprocessing_spawns_or_says_why_not() {
    check(
        r#"
import multiprocessing as mp, os, subprocess
assert mp.get_all_start_methods() == ["spawn"] and mp.get_start_method() == "spawn"
try: mp.get_context("fork")
except ValueError as error: assert "fork" in str(error)
assert not hasattr(os, "fork") and mp.cpu_count() == os.cpu_count() > 0
try: subprocess.run(["python", "-c", "0"])
except OSError as error: assert "no other processes" in str(error)
try: subprocess.run(["python"], preexec_fn=print)
except RuntimeError as error: assert "preexec_fn" in str(error)
assert os.getpgrp() == os.getpgid(0) == os.getpid() and os.statvfs("/dev/shm").f_bavail > 0
assert os.waitstatus_to_exitcode(3 << 8) == 3 and os.waitstatus_to_exitcode(9) == -9
"#,
    );
}
