"""Publishes the pages of a web site."""

from pathlib import Path


def publish(pages, site):
    """Write all pages, or none; return how many."""
    for name, lines in pages.items():
        with open(Path(site) / name, "w") as file:
            file.writelines(f"{line}\n" for line in lines)
    return len(pages)


def main(pages, site):
    """Publish, say how it went, and return the exit status."""
    print("published", publish(pages, site), "pages")
    return 0


def prices():
    yield "<h1>Prices</h1>"
    yield f"<p>lamp {int('forty')}</p>"


if __name__ == "__main__":
    Path("site").mkdir(exist_ok=True)
    print(main({"index.html": ["<h1>Shop</h1>"]}, "site"))
    print(main({"index.html": ["<h1>New</h1>"], "prices.html": prices()}, "site"))
    print(Path("site/index.html").read_text(), sorted(Path("site").iterdir()))
