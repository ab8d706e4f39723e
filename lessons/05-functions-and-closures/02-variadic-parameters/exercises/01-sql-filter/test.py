"""Checks for sql-filter."""
import lab


def select(*args, **kwargs):
    outcome = lab.calls(lab.load().select, *args, **kwargs)
    if outcome.error:
        lab.fail(f"select{args} with {kwargs} raised {outcome.error!r}.")
    return outcome.value


@lab.check("a table alone gives all columns and no condition")
def table_alone():
    found = select("users")
    text = str(found[0]) if isinstance(found, tuple) else str(found)
    lab.true("WHERE" not in text, f"select('users') gave {found!r}.", reply="where_always")
    lab.true("*" in text, f"select('users') gave {found!r}.", reply="star_missing" if "SELECT" in text else None)
    lab.equal(found, ("SELECT * FROM users", []), call="select('users')")


@lab.check("columns come from the extra positional arguments")
def columns():
    lab.equal(select("t", "a"), ("SELECT a FROM t", []), call="select('t', 'a')")
    lab.equal(select("t", "b", "a", "c"), ("SELECT b, a, c FROM t", []),
              call="select('t', 'b', 'a', 'c')")


@lab.check("named arguments become conditions, their values come apart")
def conditions():
    text, values = select("users", city="O'Hara", active=True)
    lab.true("O'Hara" not in text, f"The text is {text!r}.", reply="values_in_text")
    lab.equal((text, values), ("SELECT * FROM users WHERE city = ? AND active = ?",
                               ["O'Hara", True]), call="select('users', city=\"O'Hara\", active=True)")
    lab.equal(select("t", z=1, a=None), ("SELECT * FROM t WHERE z = ? AND a = ?", [1, None]),
              call="select('t', z=1, a=None)")


@lab.check("limit is no condition, and may be zero")
def limit():
    found = select("t", "x", name="a", limit=5)
    lab.true("limit = ?" not in found[0], f"The text is {found[0]!r}.", reply="limit_is_condition")
    lab.equal(found, ("SELECT x FROM t WHERE name = ? LIMIT 5", ["a"]),
              call="select('t', 'x', name='a', limit=5)")
    lab.equal(select("t", limit=0), ("SELECT * FROM t LIMIT 0", []), call="select('t', limit=0)",
              reply="limit_zero")
