"""Checks for publish-pages, one or two for each step."""

from pathlib import Path

import lab

FAILURES = (ValueError("no price"), KeyboardInterrupt())


def fail_in(manager, failure, act=None):
    """Run a block that acts and fails; return the outcome."""

    def block():
        with manager as value:
            if act:
                act(value)
            raise failure
    return lab.calls(block)


def text(path):
    return Path(path).read_text() if Path(path).exists() else None


@lab.check("Step 1: the lock file is there in the block, and only there")
def lock():
    locks = lab.load("locks")
    for failure in FAILURES:
        with locks.LockFile("a.lock"):
            there = Path("a.lock").exists()
        lab.equal((there, Path("a.lock").exists()), (True, False), call="The existence of the lock file in the block and after")
        outcome = fail_in(locks.LockFile("a.lock"), failure)
        lab.true(not Path("a.lock").exists(), f"The block raised {failure!r}, and the lock file is still there.",
                 reply="lock_left")
        lab.true(outcome.error is failure, f"The block raised {failure!r}, and {outcome.error!r} came out.")


@lab.check("Step 1: a lock of somebody else is respected")
def locked():
    locks = lab.load("locks")
    Path("b.lock").write_text("pid 7")
    outcome = fail_in(locks.LockFile("b.lock"), ValueError("the block ran"))
    lab.true(isinstance(outcome.error, locks.Locked), f"The lock file was there, and what came out was {outcome.error!r}.",
             reply="lock_ignored")
    lab.true(text("b.lock") == "pid 7", "The lock file of somebody else is no longer there, or was changed.",
             reply="lock_stolen")
    lab.true("b.lock" in str(outcome.error), f"The text {str(outcome.error)!r} does not name the file.")


@lab.check("Step 2: a page is replaced when the block ends well")
def writes():
    files = lab.load("files")
    Path("page").mkdir()
    for path in ("page/a.html", Path("page/b.html")):
        for content in ("old\n", "new\n"):
            with files.atomic_write(path) as file:
                file.write(content)
                file.flush()
                before = text(path)
            lab.equal(before, None if content == "old\n" else "old\n", call="The page while the block runs", reply="half_a_page")
            lab.equal(text(path), content, call="The page after the block")
    lab.equal(sorted(path.name for path in Path("page").iterdir()), ["a.html", "b.html"], call="The files in the folder")


@lab.check("Step 2: if the block fails, the page is as it was, and nothing lies about")
def write_fails():
    files = lab.load("files")
    Path("part").mkdir()
    for failure in FAILURES:
        for before in (None, "old\n"):
            if before:
                Path("part/a.html").write_text(before)
            outcome = fail_in(files.atomic_write("part/a.html"), failure, lambda file: file.write("half"))
            story = f"The block raised {failure!r}"
            lab.true(text("part/a.html") == before, f"{story}. The page was {before!r} and is {text('part/a.html')!r}.",
                     reply="half_a_page")
            left = sorted(path.name for path in Path("part").iterdir() if path.name != "a.html")
            lab.true(not left, f"{story}, and there is still {left}.", reply="draft_left")
            lab.true(outcome.error is failure, f"{story}, and {outcome.error!r} came out.")
        Path("part/a.html").unlink()


@lab.check("Step 3: a block that fails is undone backward, one that ends well is not")
def undoes():
    module = lab.load("undo")
    done = []
    with module.undoing() as undo:
        undo(done.append, 1)
    lab.true(not done, "The block went well, and what it noted was called.", reply="undone_always")
    for failure in FAILURES:
        done = []
        outcome = fail_in(module.undoing(), failure, lambda undo: [undo(done.append, n) for n in (1, 2, 3)])
        lab.true(done or not isinstance(failure, KeyboardInterrupt), "The block was ended by Ctrl-C, and nothing was undone.")
        lab.true(done != [1, 2, 3], "The steps 1, 2, 3 were undone in this order.", reply="undo_order")
        lab.equal(done, [3, 2, 1], call=f"What was undone after {failure!r}")
        lab.true(outcome.error is failure, f"The block raised {failure!r}, and {outcome.error!r} came out.")


def site():
    Path("site").mkdir(exist_ok=True)
    Path("site/index.html").write_text("old index\n")
    return {str(path.relative_to("site")): text(path) for path in Path("site").rglob("*") if path.is_file()}


def now():
    return {str(path.relative_to("site")): text(path) for path in Path("site").rglob("*") if path.is_file()}


@lab.check("Step 4: publish writes all pages, under the lock")
def publishes():
    main = lab.load()
    site()
    seen = []

    def lines():
        seen.append(Path("site/.lock").exists())
        yield "one"
        yield "two"

    lab.equal(main.publish({"index.html": ["new"], "news/may/today.html": lines()}, "site"), 2, call="publish() of two pages")
    lab.equal(now(), {"index.html": "new\n", "news/may/today.html": "one\ntwo\n"}, call="The site")
    lab.equal(seen, [True], call="Whether site/.lock existed while a page was written")


@lab.check("Step 4: if anything fails, the site is as before")
def all_or_none():
    for failure in FAILURES:
        main = lab.load()
        before = site()

        def lines():
            yield "one"
            raise failure

        pages = {"new.html": ["new"], "index.html": ["changed"], "prices.html": lines()}
        outcome = lab.calls(main.publish, pages, Path("site"))
        lab.true(now() == before, f"A page raised {failure!r}. The site was {before!r} and is {now()!r}.", reply="half_a_site")
        lab.true(outcome.error is failure, f"A page raised {failure!r}, and {outcome.error!r} came out.")


@lab.check("Step 5: main tells how it went, and returns the exit status")
def status():
    main = lab.load()
    site()
    good = lab.calls(main.main, {"a.html": ["a"], "b.html": ["b"]}, "site")
    lab.equal((good.value, good.output), (0, "published 2 pages\n"), call="The status and the output")
    bad = lab.calls(main.main, {"a.html": [1 for _ in ()], "b.html": (int(it) for it in ["four"])}, "site")
    lab.true(bad.value == 2 and "'four'" in bad.output, f"A page raised a ValueError about 'four'; main() gave "
             f"{bad.error or bad.value!r} and printed {bad.output!r}.")
    Path("site/.lock").touch()
    locked = lab.calls(main.main, {"a.html": ["z"]}, "site")
    lab.true(locked.value == 1 and ".lock" in locked.output, f"The site was locked; main() gave "
             f"{locked.error or locked.value!r} and printed {locked.output!r}.")

    def lines():
        raise KeyboardInterrupt
        yield

    Path("site/.lock").unlink()
    stopped = lab.calls(main.main, {"a.html": lines()}, "site")
    lab.true(isinstance(stopped.error, KeyboardInterrupt), f"Ctrl-C should end the program, but main() returned {stopped.value!r}.")
