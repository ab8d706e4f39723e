"""Output formats for tables."""

from abc import ABC, abstractmethod


class Renderer(ABC):
    """Makes a text of a table."""

    @abstractmethod
    def line(self, values):
        """Return the line of these texts."""

    def render(self, table):
        return "\n".join(self.line([str(it) for it in row]) for row in [table.names, *table])


class Csv(Renderer):
    def line(self, values):
        return ";".join(values)


class Markdown(Renderer):
    def line(self, values):
        return f"| {' | '.join(values)} |"


def renderer_for(name):
    renderers = {"csv": Csv, "md": Markdown}
    if name not in renderers:
        raise ValueError(f"there is no format {name!r}")
    return renderers[name]()
