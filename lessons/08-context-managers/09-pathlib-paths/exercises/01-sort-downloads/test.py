"""Checks for sort-downloads."""

import os
from pathlib import Path

import lab


def fill(root, *names):
    for name in names:
        path = Path(root, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)


def files(root):
    return sorted(path.relative_to(root).as_posix() for path in Path(root).rglob("*") if path.is_file())


@lab.check("files go into folders named after their suffix")
def sorts():
    fill("d1", "dog.jpg", "notes.txt", "cat.jpg")
    found = lab.load().sort_downloads(Path("d1"))
    lab.equal(files("d1"), ["jpg/cat.jpg", "jpg/dog.jpg", "txt/notes.txt"], call="the files afterward")
    lab.equal(found, {"jpg": ["cat.jpg", "dog.jpg"], "txt": ["notes.txt"]}, call="the result")
    lab.equal(Path("d1/jpg/cat.jpg").read_text(), "cat.jpg", call="the contents of cat.jpg")


@lab.check("the folder may be given as a string")
def string():
    fill("d2", "a.txt")
    outcome = lab.calls(lab.load().sort_downloads, "d2")
    lab.true(outcome.error is None, f"sort_downloads('d2') raised {outcome.error!r}.", reply="strings_only")
    lab.equal(outcome.value, {"txt": ["a.txt"]}, call="sort_downloads('d2')")


@lab.check("capitals, several dots, hidden files, and no suffix at all")
def names():
    fill("d3", "PHOTO.JPG", "data.tar.gz", ".profile", "README", "b.Jpg")
    lab.load().sort_downloads("d3")
    found = files("d3")
    for name, place, reply in (("PHOTO.JPG", "jpg/PHOTO.JPG", "capitals"), ("data.tar.gz", "gz/data.tar.gz", "last_suffix"),
                               (".profile", "none/.profile", "dotfile"), ("README", "none/README", None)):
        where = [path for path in found if path.endswith(name)]
        lab.true(where == [place], f"{name} should be at {place}, but it is at {where}.", reply=reply)


@lab.check("folders stay, with what is in them; a subfolder may exist")
def folders():
    fill("d4", "a.txt", "txt/old.txt", "photos.old/cat.jpg")
    found = lab.calls(lab.load().sort_downloads, "d4")
    lab.true("photos.old/cat.jpg" in files("d4"), f"The folder photos.old is not where it was: {files('d4')}.",
             reply="takes_folders")
    if found.error is not None:
        raise found.error
    lab.equal(files("d4"), ["photos.old/cat.jpg", "txt/a.txt", "txt/old.txt"], call="the files afterward")
    lab.equal(found.value, {"txt": ["a.txt"]}, call="the result")


@lab.check("an existing file is not overwritten")
def existing():
    fill("d5", "a.txt", "txt/a.txt")
    outcome = lab.calls(lab.load().sort_downloads, "d5")
    contents = Path("d5/txt/a.txt").read_text()
    lab.true(isinstance(outcome.error, FileExistsError) and contents == "txt/a.txt" and os.path.exists("d5/a.txt"),
             f"There were a.txt and txt/a.txt. sort_downloads gave {outcome.error or outcome.value!r}, and now txt/a.txt "
             f"holds {contents!r}.", reply="overwrites")
