"""Checks for open-all."""

import builtins
import io

import lab

REAL_OPEN = io.open
opened = []


class Watched(io.StringIO):
    """An open file in memory which notes how many of its lines were read."""

    n_read = 0

    def __next__(self):
        self.n_read += 1
        return super().__next__()

    def readline(self, *args):
        self.n_read += 1
        return super().readline(*args)


def tracking(path, *args, **kwargs):
    name = str(path)
    if not name.endswith(".log"):
        return REAL_OPEN(path, *args, **kwargs)
    if "missing" in name:
        raise FileNotFoundError(2, "No such file or directory", name)
    opened.append(Watched("".join(f"{hour:02}:00 {name[0]}\n" for hour in range(*HOURS[name[0]]))))
    return opened[-1]


HOURS = {"a": (0, 20, 3), "b": (1, 24, 4), "c": (0, 0)}


def watch(story):
    """Run the story with watched files; return what it returns."""
    del opened[:]
    builtins.open = io.open = tracking
    try:
        return story(lab.load())
    finally:
        builtins.open = io.open = REAL_OPEN


def lines(name):
    return [f"{hour:02}:00 {name}" for hour in range(*HOURS[name])]


@lab.check("open_all returns open files, and a stack that closes them")
def opens():
    def story(main):
        stack, files = main.open_all(iter(["a.log", "b.log", "c.log"]))
        lab.true(not any(file.closed for file in files), "The files are closed when open_all returns.",
                 reply="closed_too_early")
        lab.equal([len(file.readlines()) for file in files], [7, 6, 0], call="the numbers of lines")
        with stack:
            pass
        lab.true(all(file.closed for file in opened), "The stack was closed, and the files are open.", reply="not_closed")
    watch(story)


@lab.check("if one cannot be opened, none stays open")
def all_or_none():
    def story(main):
        for paths in (["a.log", "b.log", "missing.log"], ["a.log", "missing.log", "b.log"], ["missing.log"]):
            outcome = lab.calls(main.open_all, paths)
            lab.true(isinstance(outcome.error, FileNotFoundError), f"open_all({paths!r}) should raise the "
                     f"FileNotFoundError, but it gave {outcome.error or outcome.value!r}.")
            lab.true(all(file.closed for file in opened), f"open_all({paths!r}) left a file open.", reply="leaks")
    watch(story)


@lab.check("merged yields the lines of all files in order")
def merges():
    wanted = sorted(lines("a") + lines("b"))
    for paths in (["a.log", "b.log"], ["c.log", "b.log", "a.log"]):
        found = watch(lambda main: list(main.merged(paths)))
        lab.equal(found, wanted, call=f"the lines of merged({paths!r})")
        lab.true(all(file.closed for file in opened), "merged is done, and a file is open.", reply="merge_leaks")


@lab.check("merged reads as it goes, and closes all files when it is closed")
def lazy():
    def story(main):
        lines = main.merged(["a.log", "b.log"])
        first = next(lines)
        n_read = max(file.n_read for file in opened)
        lines.close()
        return first, n_read

    first, n_read = watch(story)
    lab.equal(first, "00:00 a", call="the first line")
    lab.true(n_read <= 2, f"For the first line, {n_read} lines of a file were read.", reply="reads_all")
    lab.true(all(file.closed for file in opened), "merged was closed after one line, and a file is open.",
             reply="merge_leaks")


@lab.check("merged leaves no file open if one is missing")
def merge_missing():
    outcome = watch(lambda main: lab.calls(list, main.merged(["a.log", "missing.log"])))
    lab.true(isinstance(outcome.error, FileNotFoundError), "merged(['a.log', 'missing.log']) should raise the "
             f"FileNotFoundError, but it gave {outcome.error or outcome.value!r}.")
    lab.true(all(file.closed for file in opened), "A file is missing, and another one is open.", reply="merge_leaks")
