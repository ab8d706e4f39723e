"""Checks for word-count."""

import sys

import lab


def write():
    for name, text in (("a.txt", "one two three"), ("b.txt", ""), ("c.txt", "four\nfive  six\n seven")):
        with open(name, "w") as file:
            file.write(text)


def start(*args):
    return lab.run(args=args)


@lab.check("importing does nothing, and count_words counts")
def library():
    write()
    sys.argv[1:] = ["a.txt"]
    outcome = lab.calls(lab.load)
    lab.true(outcome.error is None and not outcome.output, f"Importing main gave {outcome.error or outcome.output!r}.",
             reply="works_at_import")
    for text, number in (("one two", 2), ("", 0), (" a\n b\t c ", 3)):
        lab.equal(outcome.value.count_words(text), number, call=f"count_words({text!r})")


@lab.check("main uses the arguments it is given, else those of the program")
def arguments():
    write()
    main = lab.load()
    sys.argv[1:] = ["c.txt"]
    outcome = lab.calls(main.main, ["a.txt", "b.txt"])
    lab.true(outcome.output == "3 a.txt\n0 b.txt\n", f"main(['a.txt', 'b.txt']) printed {outcome.output!r}.",
             reply="arguments_ignored")
    lab.equal(outcome.value, 0, call="main(['a.txt', 'b.txt'])")
    outcome = lab.calls(main.main)
    lab.true(outcome.output == "4 c.txt\n", f"The program's argument is c.txt, and main() printed {outcome.output!r}.",
             reply="arguments_ignored")


@lab.check("started as a program, it prints its counts")
def program():
    write()
    result = start("a.txt", "c.txt")
    lab.true(result.stdout or result.stderr, "python main.py a.txt c.txt printed nothing.", reply="does_nothing")
    lab.equal((result.stdout, result.exit_code), ("3 a.txt\n4 c.txt\n", 0), call="Output and status of python main.py a.txt c.txt")


@lab.check("failures go to standard error, and the status tells")
def failures():
    write()
    result = start("missing.txt", "a.txt")
    lab.true("missing.txt" not in result.stdout and "missing.txt" in result.stderr, "The line about missing.txt: standard "
             f"output is {result.stdout!r}, standard error {result.stderr!r}.", reply="message_on_stdout")
    lab.equal(result.stdout, "3 a.txt\n", call="The output of python main.py missing.txt a.txt")
    lab.true(result.exit_code == 1, f"A file is missing, and the exit status is {result.exit_code}.", reply="status_lost")
    result = start()
    lab.equal((result.stdout, result.exit_code), ("", 2), call="Output and status without arguments")
    lab.true(result.stderr.count("\n") == 1, f"Without arguments, standard error is {result.stderr!r}.")
