"""What an HTML page shows besides its text: pictures and style sheets."""

from html.parser import HTMLParser


class Needs(HTMLParser):
    """Collects the references of images and style sheets, in order, each once."""

    def __init__(self):
        super().__init__()
        self.references = []

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag == "img":
            self.add(attrs.get("src"))
        elif tag == "link" and "stylesheet" in (attrs.get("rel") or "").lower().split():
            self.add(attrs.get("href"))

    def add(self, reference):
        if reference and not reference.startswith("data:") and reference not in self.references:
            self.references.append(reference)


def needed_by(data):
    """Return the references of an HTML page."""
    needs = Needs()
    needs.feed(data.decode("utf-8", "replace"))
    return needs.references
