from abc import ABC, abstractmethod


class Exporter(ABC):
    """Writes rows somewhere."""

    @abstractmethod
    def open(self):
        """Prepare for rows."""

    @abstractmethod
    def export(self, rows):
        """Write the rows; return their number."""

    def export_all(self, batches):
        """Write all batches; return the number of rows."""
        self.open()
        return sum(self.export(rows) for rows in batches)


def adopt(abc, cls):
    """Register a class that has all abstract methods."""
    missing = [name for name in abc.__abstractmethods__ if not callable(getattr(cls, name, None))]
    if missing:
        raise TypeError(f"{cls.__name__} lacks {', '.join(sorted(missing))}")
    abc.register(cls)
    return cls


def export_all(exporter, batches):
    """Export several batches."""
    if hasattr(exporter, "export_all"):
        return exporter.export_all(batches)
    return Exporter.export_all(exporter, batches)

class Printer:
    """From a library: fits, but knows nothing of Exporter."""

    def open(self):
        print("rows:")

    def export(self, rows):
        print(*rows)
        return len(rows)


if __name__ == "__main__":
    adopt(Exporter, Printer)
    print(export_all(Printer(), [[1, 2], [3]]))
