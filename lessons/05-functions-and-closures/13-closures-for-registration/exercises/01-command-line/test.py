"""Checks for command-line, step by step."""
import lab


def table():
    return lab.load("registry").registry()


def two_tables():
    registry = lab.load("registry").registry
    return registry(), registry()


def usage_error(function, *args):
    """Return the text of the UsageError that the call raises, or None."""
    outcome = lab.calls(function, *args)
    return str(outcome.error) if type(outcome.error).__name__ == "UsageError" else None


@lab.check("Step 1: register, find and names share a private table")
def shares():
    (register, find, names), (*_, other_names) = two_tables()
    found = register("up", str.upper)
    lab.true(found is str.upper, f"register('up', str.upper) returned {found!r}.")
    register("low", str.lower)
    lab.equal((find("up")("a"), names()), ("A", ["low", "up"]), call="find('up')('a') and names()")
    lab.equal(other_names(), [], call="names() of a second registry", reply="shared_registry")


@lab.check("Step 1: a name that is taken, and one that is unknown")
def names_clash():
    register, find, _ = table()
    register("up", str.upper)
    outcome = lab.calls(register, "up", str.lower)
    lab.true(isinstance(outcome.error, ValueError), "Registering 'up' twice gave "
             f"{outcome.error or outcome.value!r}.", reply="duplicate")
    lab.equal(usage_error(find, "down"), "unknown command: down", call="the UsageError of find('down')")


@lab.check("Step 2: each command has its own configuration")
def configured():
    register, find, _ = table()
    for name, sep in (("dash", "-"), ("dot", ".")):
        register(name, lambda *words, sep, end="": sep.join(words) + end, sep=sep)
    lab.equal([find(name)("a", "b") for name in ("dash", "dot")], ["a-b", "a.b"],
              call="one function registered with sep='-' and with sep='.'")


@lab.check("Step 2: wrong arguments are a UsageError, a bug is not")
def usage():
    register, find, _ = table()
    register("one", lambda text: text + 1)
    for args in ((), ("a", "b")):
        found = usage_error(find("one"), *args)
        lab.true(found is not None and found.startswith("one: "),
                 f"A command of one argument, called with {args}, gave the UsageError {found!r}.",
                 reply="no_usage_error")
    outcome = lab.calls(find("one"), "a")
    lab.true(isinstance(outcome.error, TypeError), "A command with a TypeError inside gave "
             f"{outcome.error or outcome.value!r}.", reply="body_error_hidden")


def installed(units=None):
    register, find, names = table()
    lab.load("commands").install(register, {"km": 1.5, "kg": 0.5} if units is None else units)
    return register, find, names


@lab.check("Step 3: a running total of its own")
def totals():
    make = lab.load("commands").running_total
    one, two = make(), make()
    found = [one("2"), one("0.5"), two("7"), one("-1")]
    lab.equal(found, ["2", "2.5", "7", "1.5"], call="what two running totals return")


@lab.check("Step 3: each unit has its own converter")
def converters():
    units = {"km": 1.5, "kg": 0.5}
    _, find, names = installed(units)
    lab.equal(names(), ["echo", "sum", "to-kg", "to-km"], call="The names after install()")
    units["km"] = 9
    found = [find("to-km")("10"), find("to-kg")("10"), find("echo")("a", "b"), find("sum")("3")]
    lab.equal(found, ["15.0 km", "5.0 kg", "a b", "3"], call="to-km 10, to-kg 10, echo a b and sum 3",
              reply="last_unit" if all(isinstance(it, str) for it in found) else None)


@lab.check("Step 4: each alias has its own target, found when it is called")
def aliases():
    register, find, _ = table()
    story = "install_aliases, with targets that are registered later,"
    outcome = lab.calls(lab.load("commands").install_aliases, register, find,
                        [("hi", "echo", "hello"), ("say", "echo"), ("half", "to-kg")])
    lab.true(outcome.error is None, f"{story} raised {outcome.error!r}.", reply="alias_early")
    lab.load("commands").install(register, {"kg": 0.5})
    calls = [lab.calls(find(name), text) for name, text in (("hi", "Ada"), ("say", "so"), ("half", "3"))]
    found = [each.error or each.value for each in calls]
    lab.equal(found, ["hello Ada", "so", "1.5 kg"], call="hi Ada, say so and half 3", reply="last_alias")


@lab.check("Step 5: a session executes lines, and survives mistakes")
def executes():
    execute = lab.load().session({"km": 1.5}, [("plus", "sum")])
    for line, expected in (("to-km 10", "15.0 km"), ("  sum   2 ", "2"), ("plus 3", "5"), ("   ", "")):
        lab.equal(lab.calls(execute, line).value, expected, call=f"execute({line!r})")
    for line in ("jump", "sum", "sum x", "to-km 1 2"):
        outcome = lab.calls(execute, line)
        lab.true(str(outcome.value).startswith("error: "), f"execute({line!r}) gave "
                 f"{outcome.error or outcome.value!r}.", reply="dies")
    lab.equal(execute("help"), "echo help history plus sum to-km", call="execute('help')")


@lab.check("Step 5: each session has its own history")
def history():
    session = lab.load().session
    one, two = session({}, []), session({}, [])
    one("echo hi")
    one("")
    two("echo other")
    one("jump")
    lab.equal(one("history"), "1: echo hi\n2: jump\n3: history", call="execute('history')")
