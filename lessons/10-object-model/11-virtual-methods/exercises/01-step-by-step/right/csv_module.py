import csv


class Importer:
    def run(self, text):
        records = []
        for line in self.read(text):
            records.append(self.clean(self.parse(line)))
        return records

    def read(self, text):
        return [line for line in text.splitlines() if line.strip()]

    def parse(self, line):
        cls = type(self)
        raise NotImplementedError(cls.__name__ + " has to define parse")

    def clean(self, record):
        return record


class CsvImporter(Importer):
    def parse(self, line):
        return next(csv.reader([line]))


class TrimmedImporter(CsvImporter):
    def clean(self, record):
        record = super(TrimmedImporter, self).clean(record)
        record[:] = [field.strip() for field in record]
        return record
