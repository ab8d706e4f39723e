# expect: not_chained
class Importer:
    """Reads records from text, in steps that subclasses can override."""

    def run(self, text):
        return [self.clean(self.parse(line)) for line in self.read(text)]

    def read(self, text):
        return [line for line in text.splitlines() if line]

    def parse(self, line):
        raise NotImplementedError(f"{type(self).__name__} has to define parse")

    def clean(self, record):
        return record


class CsvImporter(Importer):
    """Records are lists of fields."""

    def parse(self, line):
        return line.split(",")


class TrimmedImporter(CsvImporter):
    """Fields without spaces around them."""

    def clean(self, record):
        return [field.strip() for field in CsvImporter.clean(self, record)]


if __name__ == "__main__":
    print(TrimmedImporter().run("lamp, 4\n\ndesk , 90"))
