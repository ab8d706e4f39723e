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
    abc.register(cls)  # TODO: verify


def export_all(exporter, batches):
    """Export several batches."""
    return exporter.export_all(batches)  # TODO: adopted exporters

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
