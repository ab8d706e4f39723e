from abc import ABC, abstractmethod


class Exporter(ABC):
    @abstractmethod
    def open(self):
        pass

    @abstractmethod
    def export(self, rows):
        pass

    def export_all(self, batches):
        self.open()
        return sum(self.export(rows) for rows in batches)


def adopt(abc, cls):
    names = [name for name in dir(abc) if name in abc.__abstractmethods__]
    missing = [name for name in names if not hasattr(cls, name) or not callable(getattr(cls, name))]
    if len(missing) > 0:
        raise TypeError(f"{cls!r} is no {abc.__name__}: {missing}")
    abc.register(cls)
    return cls


def export_all(exporter, batches):
    try:
        method = exporter.export_all
    except AttributeError:
        return Exporter.export_all(exporter, batches)
    return method(batches)
