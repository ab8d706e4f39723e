//! Files, directories and descriptors: `open`, `os`, `pathlib`, `shutil`, `tempfile`, `zipfile`.

use crate::check;

#[test]
fn open_reads_and_writes_text_and_bytes() {
    check(
        r#"
with open("a.txt", "w") as f:
    assert f.write("one\ntwo\n") == 8
    assert f.mode == "w" and f.name == "a.txt" and f.encoding == "utf-8"
assert f.closed
with open("a.txt") as f:
    assert list(f) == ["one\n", "two\n"]
    assert f.read() == ""
with open("a.txt", "rb") as f:
    assert f.readline() == b"one\n" and f.tell() == 4
    f.seek(-4, 2)
    assert f.read() == b"two\n"
with open("a.txt", "r+") as f:
    f.seek(4); f.write("TWO"); f.seek(0)
    assert f.read() == "one\nTWO\n"
with open("a.txt", "a") as f:
    assert f.tell() == 8
    f.write("three\n")
with open("a.txt", "rb", buffering=0) as f:
    assert repr(f) == "<_io.FileIO name='a.txt' mode='rb' closefd=True>"
    assert f.readall() == b"one\nTWO\nthree\n" and f.read() == b""
    b = bytearray(3); f.seek(0); assert f.readinto(b) == 3 and b == b"one"
with open("b.txt", "w", newline="\r\n", encoding="latin-1") as f: f.write("é\n")
assert open("b.txt", "rb").read() == b"\xe9\r\n"
assert open("b.txt", encoding="latin-1").read() == "é\n"
with open("big", "wb") as f:
    for i in range(1000): f.write(b"x" * 1000)
    f.truncate(500_000)
import os
assert os.path.getsize("big") == 500_000
"#,
    );
}

#[test]
fn open_fails_as_cpython_does() {
    check(
        r#"
import os, io
def fails(kind, *args, **kwargs):
    try:
        open(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        return error
    raise AssertionError(args)
e = fails(FileNotFoundError, "no/such")
assert (e.errno, e.strerror, e.filename) == (2, "No such file or directory", "no/such")
assert str(e) == "[Errno 2] No such file or directory: 'no/such'"
fails(IsADirectoryError, "/tmp")
fails(IsADirectoryError, "/tmp", "w")
open("x", "x").close()
fails(FileExistsError, "x", "x")
fails(NotADirectoryError, "x/y")
os.chmod("x", 0o400)
fails(PermissionError, "x", "w")
assert str(fails(ValueError, "x", "rw")) == "must have exactly one of create/read/write/append mode"
assert str(fails(ValueError, "x", "q")) == "invalid mode: 'q'"
assert str(fails(ValueError, "x", "rb", encoding="utf-8")) == "binary mode doesn't take an encoding argument"
assert str(fails(ValueError, "x", "rt", buffering=0)) == "can't have unbuffered text I/O"
assert str(fails(ValueError, "a\0b")).startswith("embedded null")
fails(OSError, 99)
fails(TypeError, 1.5)
f = open("x")
try: f.write("a")
except io.UnsupportedOperation as e: assert str(e) == "not writable"
else: raise AssertionError
f.close()
try: f.read()
except ValueError as e: assert str(e).startswith("I/O operation on closed file")
else: raise AssertionError
try: open("missing")
except OSError as e: assert e.__traceback__.tb_next is None
"#,
    );
}

#[test]
fn descriptors_are_those_of_posix() {
    check(
        r#"
import os, stat
fd = os.open("f", os.O_RDWR | os.O_CREAT, 0o640)
assert os.write(fd, b"hello") == 5 and os.lseek(fd, 0, os.SEEK_SET) == 0
assert os.read(fd, 3) == b"hel" and os.pread(fd, 2, 3) == b"lo"
assert os.pwrite(fd, b"J", 0) == 1
os.ftruncate(fd, 4); assert os.fstat(fd).st_size == 4
assert stat.S_IMODE(os.fstat(fd).st_mode) == 0o640 & ~os.umask(0o022)
copy = os.dup(fd); os.close(fd)
os.lseek(copy, 0, 0); assert os.read(copy, 10) == b"Jell"
os.dup2(copy, 50); os.close(copy); os.lseek(50, 0, 0); assert os.read(50, 1) == b"J"
assert os.get_inheritable(50) is True
os.set_inheritable(50, False); assert os.get_inheritable(50) is False
os.close(50)
try: os.read(50, 1)
except OSError as e: assert e.errno == 9
else: raise AssertionError
r, w = os.pipe()
assert os.write(w, b"abc") == 3 and os.read(r, 10) == b"abc"
os.set_blocking(r, False); assert os.get_blocking(r) is False
try: os.read(r, 1)
except BlockingIOError: pass
else: raise AssertionError
os.close(w); assert os.read(r, 1) == b""
r, w = os.pipe()
with os.fdopen(w, "w") as out, os.fdopen(r) as into:
    print("through a pipe", file=out, flush=True)
    assert into.readline() == "through a pipe\n"
r, w = os.pipe(); os.close(r)
try: os.write(w, b"x")
except BrokenPipeError: pass
else: raise AssertionError
assert not os.isatty(0)
import fcntl
assert fcntl.fcntl(w, fcntl.F_GETFD) == fcntl.FD_CLOEXEC
"#,
    );
}

#[test]
fn stat_results_are_tuples_with_names() {
    check(
        r#"
import os, stat, time
open("f", "w").write("12345")
s = os.stat("f")
assert isinstance(s, os.stat_result) and isinstance(s, tuple) and len(s) == 10
assert s[6] == s.st_size == 5 and s[0] == s.st_mode and stat.S_ISREG(s.st_mode)
assert isinstance(s[8], int) and isinstance(s.st_mtime, float)
assert abs(s.st_mtime - time.time()) < 60 and s.st_mtime_ns // 10**9 == s[8]
assert s.st_uid == os.getuid() == 1000 and s.st_nlink == 1
assert repr(s).startswith("os.stat_result(st_mode=33188, st_ino=")
os.utime("f", (1, 2.5)); s = os.stat("f")
assert (s.st_atime, s.st_mtime, s.st_mtime_ns) == (1.0, 2.5, 2_500_000_000)
os.utime("f", ns=(5, 10**18 + 7)); assert os.stat("f").st_mtime_ns == 10**18 + 7
os.link("f", "g"); assert os.stat("f").st_nlink == 2 and os.path.samefile("f", "g")
os.symlink("f", "s")
assert os.readlink("s") == "f" and os.readlink(b"s") == b"f"
assert stat.S_ISLNK(os.lstat("s").st_mode) and not stat.S_ISLNK(os.stat("s").st_mode)
assert os.stat("s", follow_symlinks=False).st_size == 1
os.chmod("f", 0o444); assert os.access("f", os.R_OK) and not os.access("f", os.W_OK)
assert not os.access("nope", os.F_OK)
fd = os.open(".", os.O_RDONLY)
assert os.stat("f", dir_fd=fd).st_ino == os.stat("f").st_ino
assert os.stat(fd).st_ino == os.stat(".").st_ino
os.close(fd)
"#,
    );
}

#[test]
fn names_are_made_moved_and_removed() {
    check(
        r#"
import os
assert os.getcwd() == "/home/learner" and os.getcwdb() == b"/home/learner"
os.makedirs("a/b/c"); open("a/b/f", "w").write("x")
assert sorted(os.listdir("a/b")) == ["c", "f"] and os.listdir(b"a/b") == [b"c", b"f"]
os.rename("a/b/f", "a/g"); os.replace("a/g", "a/b/f")
with os.scandir("a/b") as entries:
    found = {e.name: e for e in entries}
assert found["c"].is_dir() and found["f"].is_file() and not found["f"].is_symlink()
assert found["f"].path == "a/b/f" and os.fspath(found["f"]) == "a/b/f"
assert found["f"].stat().st_size == 1 and found["f"].inode() == os.stat("a/b/f").st_ino
assert repr(found["f"]) == "<DirEntry 'f'>"
try: os.rmdir("a/b")
except OSError as e: assert e.errno == 39
try: os.rename("nope", "other")
except FileNotFoundError as e: assert (e.filename, e.filename2) == ("nope", "other")
os.chdir("a"); assert os.getcwd() == "/home/learner/a"; os.chdir("..")
assert [(top, dirs, files) for top, dirs, files in os.walk("a")] == \
    [("a", ["b"], []), ("a/b", ["c"], ["f"]), ("a/b/c", [], [])]
assert [r for r, *_ in os.fwalk("a")] == ["a", "a/b", "a/b/c"]
os.remove("a/b/f"); os.removedirs("a/b/c")
assert not os.path.exists("a")
"#,
    );
}

#[test]
fn the_library_above_works() {
    check(
        r#"
import os, pathlib, shutil, tempfile, glob, zipfile, tarfile, io
p = pathlib.Path("d") / "e"; p.mkdir(parents=True)
(p / "x.txt").write_text("hi\n"); (p / "y.bin").write_bytes(b"\0\1")
assert sorted(q.name for q in p.iterdir()) == ["x.txt", "y.bin"]
assert [str(q) for q in pathlib.Path("d").rglob("*.txt")] == ["d/e/x.txt"]
assert p.resolve() == pathlib.Path("/home/learner/d/e") and (p / "x.txt").exists()
assert glob.glob("d/**/*.txt", recursive=True) == ["d/e/x.txt"]
assert shutil.rmtree.avoids_symlink_attacks
shutil.copytree("d", "copy"); assert open("copy/e/x.txt").read() == "hi\n"
shutil.move("copy", "moved"); shutil.rmtree("moved"); assert not os.path.exists("moved")
shutil.copy2("d/e/x.txt", "z"); assert os.stat("z").st_mtime_ns == os.stat("d/e/x.txt").st_mtime_ns
assert shutil.make_archive("all", "zip", "d") == "/home/learner/all.zip"
with zipfile.ZipFile("all.zip") as z:
    assert z.read("e/x.txt") == b"hi\n" and z.testzip() is None
with tarfile.open("all.tar.gz", "w:gz") as t: t.add("d")
with tarfile.open("all.tar.gz") as t: assert "d/e/x.txt" in t.getnames()
with tempfile.TemporaryDirectory() as t:
    assert t.startswith("/tmp/")
    with tempfile.NamedTemporaryFile(dir=t) as f: f.write(b"x"); f.flush(); assert os.path.exists(f.name)
    assert not os.path.exists(f.name)
with tempfile.TemporaryFile("w+") as f: f.write("a"); f.seek(0); assert f.read() == "a"
assert shutil.disk_usage if hasattr(os, "statvfs") else True
assert shutil.get_terminal_size() == (80, 24)
assert os.path.expanduser("~/x") == "/home/learner/x"
"#,
    );
}

#[test]
fn the_machine_is_described() {
    check(
        r#"
import os, sys, errno, platform, pwd, grp, getpass
assert os.getpid() == 1 and os.getlogin() == getpass.getuser() == "learner"
assert len(os.urandom(7)) == 7 and os.urandom(8) != os.urandom(8)
assert os.strerror(errno.ENOENT) == "No such file or directory" and errno.EAGAIN == 11
assert errno.errorcode[2] == "ENOENT" and errno.ENOTSUP == 95
assert os.environ["HOME"] == "/home/learner"
os.environ["X"] = "1"; assert os.getenv("X") == "1" and os.getenvb(b"X") == b"1"
del os.environ["X"]; assert "X" not in os.environ
assert os.uname().sysname == platform.system() == "Linux"
assert pwd.getpwuid(os.getuid()).pw_dir == "/home/learner" and grp.getgrgid(1000).gr_name == "learner"
assert os.waitstatus_to_exitcode(256) == 1 and os.waitstatus_to_exitcode(9) == -9
assert not hasattr(os, "fork") and not hasattr(os, "register_at_fork")
for call in (lambda: os.execv("x", ["x"]), lambda: os.system("ls")):
    try: call()
    except OSError as e: assert e.errno == errno.ENOSYS and len(e.strerror) > 10
    else: raise AssertionError
assert type(OSError(2, "x")) is FileNotFoundError and type(OSError(11, "x")) is BlockingIOError
assert os.path.exists("\udcff") is False
assert os.sysconf("SC_PAGESIZE") > 0 and os.cpu_count() >= 1
assert os.supports_dir_fd and os.stat in os.supports_dir_fd and os.scandir in os.supports_fd
"#,
    );
}
