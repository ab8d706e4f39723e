"""Checks for remove-files."""

import os

import lab


def make(*names):
    for name in names:
        with open(name, "w") as file:
            file.write("x")


def remove(paths):
    return lab.calls(lab.load().remove_files, paths)


@lab.check("files that exist are removed and counted")
def removes():
    for names in (["a.tmp"], ["a.tmp", "b.tmp", "c.tmp"], []):
        make(*names)
        outcome = remove(iter(names))
        if outcome.error is not None:
            raise outcome.error
        left = [name for name in names if os.path.exists(name)]
        lab.true(not left, f"After remove_files({names!r}) there is still {left!r}.", reply="not_removed")
        lab.equal(outcome.value, len(names), call=f"remove_files({names!r})")


@lab.check("missing files do not matter, wherever they stand in the list")
def missing():
    for paths in (["no.tmp", "a.tmp", "b.tmp"], ["a.tmp", "no.tmp", "b.tmp"], ["a.tmp", "b.tmp", "no.tmp"]):
        make("a.tmp", "b.tmp")
        outcome = remove(paths)
        if outcome.error is not None:
            raise outcome.error
        left = [name for name in ("a.tmp", "b.tmp") if os.path.exists(name)]
        lab.true(not left, f"After remove_files({paths!r}) there is still {left!r}.", reply="stops_early")
        lab.true(outcome.value != 3, f"remove_files({paths!r}) returned 3, and one of them was never there.",
                 reply="counts_missing")
        lab.equal(outcome.value, 2, call=f"remove_files({paths!r})")


@lab.check("any other failure reaches the caller")
def others():
    os.mkdir("folder")
    make("a.tmp")
    outcome = remove(["folder", "a.tmp"])
    lab.true(isinstance(outcome.error, OSError), "remove_files(['folder', 'a.tmp']) cannot remove a folder, but it "
             f"returned {outcome.value!r}.", reply="too_wide")
    outcome = remove([3.5])
    lab.true(isinstance(outcome.error, TypeError), "remove_files([3.5]) should end with a TypeError, but it "
             f"gave {outcome.error or outcome.value!r}.", reply="too_wide")
