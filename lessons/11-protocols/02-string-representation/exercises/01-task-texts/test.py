"""Checks for task-texts: evaluated again, subclasses, and readers."""
import lab

CASES = [(("buy tea",), "Task('buy tea')", "[ ] buy tea"),
         (("it's late", 2, True), 'Task("it\'s late", priority=2, done=True)', "[x] it's late !!"),
         (("a \"b\" c", 0, True), "Task('a \"b\" c', done=True)", '[x] a "b" c'),
         (("x", 1), "Task('x', priority=1)", "[ ] x !"),
         (("'a' or \"b\" \\",), "Task('\\'a\\' or \"b\" \\\\')", "[ ] 'a' or \"b\" \\")]


def text_of(function, task, name):
    outcome = lab.calls(function, task)
    lab.true(outcome.error is None, f"{name} raised {outcome.error!r}.",
             reply="prints" if "returned non-string" in str(outcome.error) else None)
    return outcome.value


@lab.check("repr makes the task again")
def again():
    main = lab.load()
    for arguments, _, _ in CASES:
        text = text_of(repr, main.Task(*arguments), "repr(task)")
        outcome = lab.calls(eval, text, {"Task": main.Task})
        lab.true(outcome.error is None, f"repr(task) is {text}, and evaluating it raised {outcome.error!r}.",
                 reply="quotes" if isinstance(outcome.error, SyntaxError) else None)
        lab.true(isinstance(outcome.value, main.Task), f"repr(task) is {text}, which makes {outcome.value!r}.")
        lab.equal(vars(outcome.value), vars(main.Task(*arguments)), call=f"the task made from {text}")


@lab.check("repr leaves out what has its default value")
def short():
    main = lab.load()
    for arguments, expected, _ in CASES:
        lab.equal(text_of(repr, main.Task(*arguments), "repr(task)"), expected, call=f"repr(Task{arguments})",
                  reply="defaults_shown" if len(arguments) < 3 else None)


@lab.check("repr shows the name of a subclass")
def subclass():
    main = lab.load()

    class Chore(main.Task):
        pass
    text = text_of(repr, Chore("dishes"), "repr(task)")
    lab.equal(text, "Chore('dishes')", call="repr of an object of the subclass Chore",
              reply="class_name" if text.startswith("Task") else None)


@lab.check("str is for readers")
def readable():
    main = lab.load()
    for arguments, _, expected in CASES:
        task = main.Task(*arguments)
        text = text_of(str, task, "str(task)")
        reply = "same_text" if text == repr(task) else "parts_missing"
        lab.equal(text, expected, call=f"str(Task{arguments})", reply=reply)
