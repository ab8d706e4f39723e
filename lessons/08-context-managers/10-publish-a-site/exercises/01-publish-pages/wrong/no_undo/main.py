# expect: half_a_site
"""Publishes the pages of a web site."""

from pathlib import Path

from files import atomic_write
from locks import Locked, LockFile
from undo import undoing


def restore(path, text):
    """Give a page its old text back; None stands for no page."""
    if text is None:
        path.unlink()
    else:
        path.write_text(text, encoding="utf-8")


def publish(pages, site):
    """Write all pages, or none; return how many."""
    site = Path(site)
    with LockFile(site / ".lock"), undoing() as undo:
        for name, lines in pages.items():
            path = site / name
            path.parent.mkdir(parents=True, exist_ok=True)
            before = path.read_text(encoding="utf-8") if path.exists() else None
            with atomic_write(path) as file:
                file.writelines(f"{line}\n" for line in lines)

    return len(pages)


def main(pages, site):
    """Publish, say how it went, and return the exit status."""
    try:
        print("published", publish(pages, site), "pages")
    except Locked as error:
        print(error)
        return 1
    except Exception as error:
        print(f"nothing was published: {error}")
        return 2
    return 0


def prices():
    yield "<h1>Prices</h1>"
    yield f"<p>lamp {int('forty')}</p>"


if __name__ == "__main__":
    Path("site").mkdir(exist_ok=True)
    print(main({"index.html": ["<h1>Shop</h1>"]}, "site"))
    print(main({"index.html": ["<h1>New</h1>"], "prices.html": prices()}, "site"))
    print(Path("site/index.html").read_text(), sorted(Path("site").iterdir()))
