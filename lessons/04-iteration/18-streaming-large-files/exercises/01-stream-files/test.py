"""Checks for stream-files: order, open files, and what is kept."""
import builtins
import contextlib
import io
import os
import weakref

import lab

FILES = {"a.txt": "red tea\ngreen tea\n", "b.txt": "one\n\ntwo", "c.txt": "tea\n"}
ENTRIES = [("a.txt", 1, "red tea"), ("a.txt", 2, "green tea"), ("b.txt", 1, "one"), ("b.txt", 2, ""),
           ("b.txt", 3, "two"), ("c.txt", 1, "tea")]


def make_files():
    for path, text in FILES.items():
        with open(path, "w") as file:
            file.write(text)
    return list(FILES)


@contextlib.contextmanager
def watched():
    """Note each file that is opened, by `open` or by pathlib."""
    opened, real = [], io.open

    def watching(*args, **kwargs):
        opened.append(real(*args, **kwargs))
        return opened[-1]
    builtins.open = io.open = watching
    try:
        yield opened
    finally:
        builtins.open = io.open = real


def n_open(opened):
    return sum(not file.closed for file in opened)


@lab.check("1: lines_of hands out the lines of all files")
def step_1():
    found = lab.calls(lambda: list(lab.load().lines_of(make_files())))
    lab.true(found.error is None, f"lines_of raised {found.error!r}.")
    lab.equal([it[2] for it in found.value], [it[2] for it in ENTRIES], call="the texts", reply="newline_kept")
    lab.equal(found.value, ENTRIES, call="the entries", reply="counts_on")


@lab.check("1: a file is opened when it is its turn, and closed after it")
def step_1_open():
    paths = make_files()
    main = lab.load()
    with watched() as opened:
        it = main.lines_of(paths)
        lab.true(not opened, "A file was opened before the first line was asked for.", reply="opens_early")
        most = max(n_open(opened) for _ in it)
        lab.true(most == 1, f"{most} files were open at the same time.", reply="all_open")
        lab.true(n_open(opened) == 0, "At the end a file was still open.", reply="stays_open")


@lab.check("1: closing the generator closes the file")
def step_1_close():
    paths = make_files()
    main = lab.load()
    with watched() as opened:
        it = main.lines_of(paths)
        next(it)
        it.close()
        lab.true(n_open(opened) == 0, "The generator was closed after one line, and a file was still open.",
                 reply="stays_open")


class Line(str):
    """A line that can be watched, as a plain string cannot."""


class Source:
    """Looks like an open file; notes how many of its lines are alive."""

    def __init__(self):
        self.alive, self.most, self.n_read = weakref.WeakSet(), 0, 0

    def __iter__(self):
        for number in range(60):
            line = Line(f"{number} {'hit' if number % 3 == 0 else 'miss'}\n")
            self.alive.add(line)
            self.n_read += 1
            self.most = max(self.most, len(self.alive))
            yield line
            del line

    def readlines(self):
        return list(self)

    def read(self):
        self.most = 60
        return "".join(self)


class Target:
    def __init__(self, source):
        self.source, self.lines, self.first_after = source, [], None

    def write(self, text):
        if self.first_after is None:
            self.first_after = self.source.n_read
        self.lines.append(str(text))
        return len(text)

    def writelines(self, lines):
        for line in lines:
            self.write(line)


@lab.check("2: copy_matching copies and counts, one line at a time")
def step_2():
    source = Source()
    target = Target(source)
    found = lab.load().copy_matching(source, target, "hit")
    wanted = [f"{number} hit\n" for number in range(0, 60, 3)]
    lab.equal("".join(target.lines), "".join(wanted), call="what was written")
    lab.equal(found, 20, call="the number returned")
    lab.true(source.most < 10, f"{source.most} lines were kept at the same time.", reply="reads_whole")
    lab.true(target.first_after < 10, f"The first line was written when {target.first_after} had been read.",
             reply="reads_whole")


@lab.check("3: replace_in replaces, and leaves nothing else behind")
def step_3():
    make_files()
    before = sorted(os.listdir("."))
    main = lab.load()
    with watched() as opened:
        outcome = lab.calls(main.replace_in, "a.txt", "tea", "cup")
    lab.true(outcome.error is None, f"replace_in raised {outcome.error!r}.")
    with open("a.txt") as file:
        text = file.read()
    modes = [file.mode for file in opened if os.path.basename(str(file.name)) == "a.txt"]
    lab.true(not any(set(mode) & set("wxa+") for mode in modes), f"a.txt itself was opened with the modes {modes}.",
             reply="emptied_first")
    lab.equal(text, "red cup\ngreen cup\n", call="the text of the file")
    lab.equal(sorted(os.listdir(".")), before, call="the list of files", reply="leftover")
