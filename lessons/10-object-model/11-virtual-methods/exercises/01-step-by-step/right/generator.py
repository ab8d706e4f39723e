class Importer:
    def run(self, text):
        return list(self.records(text))

    def records(self, text):
        for line in self.read(text):
            record = self.parse(line)
            yield self.clean(record)

    def read(self, text):
        yield from filter(None, text.split("\n"))

    def parse(self, line):
        raise NotImplementedError("%s has to define parse" % self.__class__.__qualname__)

    def clean(self, record):
        return record


class CsvImporter(Importer):
    def parse(self, line):
        return line.split(",")


class TrimmedImporter(CsvImporter):
    def clean(self, record):
        return list(map(str.strip, super().clean(record)))
