import abc

FORMATS = {}


class Renderer(metaclass=abc.ABCMeta):
    def __init_subclass__(cls, name=None):
        if name:
            FORMATS[name] = cls

    @abc.abstractmethod
    def line(self, values):
        raise NotImplementedError

    def render(self, table):
        lines = [self.line(list(table.names))]
        for row in table:
            lines.append(self.line(list(map(str, row))))
        return "\n".join(lines)


class Csv(Renderer, name="csv"):
    def line(self, values):
        return ";".join(values)


class Markdown(Renderer, name="md"):
    def line(self, values):
        return "".join(f"| {value} " for value in values) + "|"


def renderer_for(name):
    try:
        return FORMATS[name]()
    except KeyError:
        raise ValueError(name) from None
