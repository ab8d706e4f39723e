class Importer:
    """Reads records from text, in steps that subclasses can override."""

    # TODO


class CsvImporter(Importer):
    """Records are lists of fields."""

    # TODO


class TrimmedImporter(CsvImporter):
    """Fields without spaces around them."""

    # TODO


if __name__ == "__main__":
    print(TrimmedImporter().run("lamp, 4\n\ndesk , 90"))
