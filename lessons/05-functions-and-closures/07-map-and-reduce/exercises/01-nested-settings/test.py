"""Checks for nested-settings."""
import lab


@lab.check("numbers gives the numbers, without blank lines")
def reads():
    main = lab.load()
    outcome = lab.calls(lambda: list(main.numbers(["1.5\n", "", "2", "   \n", "-3"])))
    lab.true(outcome.error is None, f"With blank lines in the input, numbers raised {outcome.error!r}.",
             reply="blank_lines")
    lab.equal(outcome.value, [1.5, 2.0, -3.0], call="the numbers in ['1.5\\n', '', '2', '   \\n', '-3']")


@lab.check("numbers reads no more than it is asked for")
def lazy():
    read = []

    def lines():
        for text in ("1", "2", "three"):
            read.append(text)
            yield text
    main = lab.load()
    outcome = lab.calls(lambda: next(iter(main.numbers(lines()))))
    lab.true(outcome.error is None and read == ["1"],
             f"Asked for one number, numbers read {read} and gave {outcome.error or outcome.value!r}.", reply="not_lazy")
    lab.equal(outcome.value, 1.0, call="the first number")


@lab.check("lookup goes down the tree")
def looks_up():
    lookup = lab.load().lookup
    tree = {"db": {"primary": {"port": 5432}, "name": ""}, "debug": None}
    for path, expected in (("db.primary.port", 5432), ("db.name", ""), ("debug", None), ("db.primary", {"port": 5432})):
        lab.equal(lookup(tree, path), expected, call=f"lookup(tree, {path!r})")
    outcome = lab.calls(lookup, tree, "")
    lab.true(outcome.value == tree, f"lookup(tree, '') gave {outcome.error or outcome.value!r}.", reply="empty_path")


@lab.check("a missing key is a KeyError")
def missing():
    outcome = lab.calls(lab.load().lookup, {"db": {}}, "db.port")
    lab.true(isinstance(outcome.error, KeyError), "lookup({'db': {}}, 'db.port') gave "
             f"{outcome.error or outcome.value!r}.", reply="hides_missing")


@lab.check("nest builds the way back")
def nests():
    nest = lab.load().nest
    lab.equal(nest("debug", 1), {"debug": 1}, call="nest('debug', 1)")
    lab.equal(nest("a.b.c", 7), {"a": {"b": {"c": 7}}}, call="nest('a.b.c', 7)", reply="wrong_order")
    lab.equal(nest("", 7), 7, call="nest('', 7)", reply="empty_path")
