"""Checks for step-by-step."""
import lab


@lab.check("CsvImporter makes lists of fields, and skips empty lines")
def csv():
    main = lab.load()
    lab.equal(main.CsvImporter().run("lamp,4\n\ndesk,90\n"), [["lamp", "4"], ["desk", "90"]],
              call=r"CsvImporter().run('lamp,4\n\ndesk,90\n')")
    lab.equal(main.CsvImporter().run(""), [], call="CsvImporter().run('')")


@lab.check("every step can be overridden")
def virtual():
    main = lab.load()

    class Words(main.Importer):
        def read(self, text):
            return text.split()

        def parse(self, line):
            return line.upper()

        def clean(self, record):
            return record + "!"

    lab.equal(Words().run("a b"), ["A!", "B!"], call="an importer with three steps of its own", reply="base_called")


@lab.check("who lacks parse is told so, by name, when it is needed")
def missing():
    main = lab.load()
    empty = type("XmlImporter", (main.Importer,), {})
    made = lab.calls(empty)
    lab.true(made.error is None, f"Making the object raised {made.error!r}.", reply="abstract")
    lab.equal(list(made.value.read("a\n\nb")), ["a", "b"], call=r"read('a\n\nb')")
    outcome = lab.calls(made.value.run, "a")
    lab.true(isinstance(outcome.error, NotImplementedError),
             f"run on it gave {outcome.error or outcome.value!r}.", reply="says_nothing")
    lab.true("XmlImporter" in str(outcome.error), f"It said {str(outcome.error)!r}.", reply="wrong_name")


@lab.check("TrimmedImporter extends the parent's clean")
def trimmed():
    main = lab.load()
    lab.equal(main.TrimmedImporter().run(" lamp , 4\ndesk,90 "), [["lamp", "4"], ["desk", "90"]],
              call=r"TrimmedImporter().run(' lamp , 4\ndesk,90 ')")

    class Marked(main.CsvImporter):
        def clean(self, record):
            return super().clean(record) + [" end "]

    class Both(main.TrimmedImporter, Marked):
        pass

    lab.equal(Both().run(" a ,b"), [["a", "b", "end"]],
              call="run(' a ,b') with another class between TrimmedImporter and CsvImporter", reply="not_chained")
