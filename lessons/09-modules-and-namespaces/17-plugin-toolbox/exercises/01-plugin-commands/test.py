"""Checks for plugin-commands, one or two for each step."""

import importlib
import runpy
import sys
from pathlib import Path

import lab


def plugins(name, **texts):
    """Make a package of plugins."""
    Path(name).mkdir(exist_ok=True)
    for module, text in {"__init__": "", **texts}.items():
        Path(name, f"{module}.py").write_text(text)
    importlib.invalidate_caches()
    return name


@lab.check("Step 1: command registers a function, and leaves it as it is")
def registers():
    registry = lab.load("toolbox.registry")

    def hello():
        return "hello"

    same = registry.command("hello")(hello)
    lab.true(same is hello, f"The decorator returned {same!r}.", reply="decorator_eats")
    lab.equal(registry.commands(), {"hello": hello}, call="commands()")
    registry.commands().clear()
    lab.equal(list(registry.commands()), ["hello"], call="The names after a caller emptied what commands() returned")


@lab.check("Step 1: a name that is taken is a ValueError")
def taken():
    registry = lab.load("toolbox.registry")
    registry.command("twice")(len)
    registry.command("twice")(len)
    outcome = lab.calls(registry.command("twice"), max)
    lab.true(isinstance(outcome.error, ValueError), f"A second function for 'twice' gave {outcome.error or outcome.value!r}.",
             reply="silent_twice")
    lab.true("twice" in str(outcome.error) and registry.commands()["twice"] is len, "The first function should stay, and "
             f"the message should name 'twice': {str(outcome.error)!r}.")


@lab.check("Step 2: discover names the plugins, and imports none")
def discovers():
    loading = lab.load("toolbox.loading")
    outcome = lab.calls(loading.discover, "commands")
    found = outcome.value
    if outcome.error is not None:
        raise outcome.error
    lab.true("commands._words" not in found, f"discover('commands') gave {found!r}.", reply="private_plugin")
    lab.equal(found, ["commands.broken", "commands.count", "commands.shout"], call="discover('commands')")
    loaded = [name for name in sys.modules if name.startswith("commands.")]
    lab.true(not loaded, f"After discover('commands'), {loaded} had been imported.", reply="imports_to_look")
    lab.equal(loading.discover(plugins("empty_one")), [], call="discover() of an empty package")


@lab.check("Step 3: load_all imports what works, and returns what does not")
def loads():
    loading = lab.load("toolbox.loading")
    name = plugins("extra", aa="1 / 0", bb="x = 1", cc="import no_such_thing_here", dd="x = 2")
    failures = loading.load_all(name)
    loaded = sorted(it for it in sys.modules if it.startswith("extra."))
    lab.true(loaded == ["extra.bb", "extra.dd"], f"bb and dd work, aa and cc do not; loaded were {loaded}.", reply="one_breaks_all")
    lab.equal({it: type(error).__name__ for it, error in failures.items()},
              {"extra.aa": "ZeroDivisionError", "extra.cc": "ModuleNotFoundError"}, call="The failures")
    stop = lab.calls(loading.load_all, plugins("stopped", aa="raise KeyboardInterrupt"))
    lab.true(isinstance(stop.error, KeyboardInterrupt), "Ctrl-C in a plugin should get out of load_all.")


@lab.check("Step 4: the front door offers command at once, and run on demand")
def front_door():
    toolbox = lab.load("toolbox")
    lab.true("toolbox.running" not in sys.modules, "`import toolbox` also loaded toolbox.running.", reply="eager_door")
    from toolbox.registry import command

    lab.true(toolbox.command is command, "toolbox.command should be that of toolbox.registry.")
    run = toolbox.run
    from toolbox.running import run as wanted

    lab.true(run is wanted, f"toolbox.run is {run!r}.")
    outcome = lab.calls(getattr, toolbox, "walk")
    lab.true(isinstance(outcome.error, AttributeError), f"toolbox.walk gave {outcome.error or outcome.value!r}.",
             reply="any_attribute")


@lab.check("Step 5: run lists, runs, and refuses commands")
def runs():
    running = lab.load("toolbox.running")
    importlib.import_module("toolbox.registry").command("zoom")(print)
    listed = lab.calls(running.run, "commands", [])
    lab.true(listed.value == 0 and "count\nshout\nzoom\n" in listed.output, f"run('commands', []) gave {listed.error or listed.value!r} "
             f"and printed {listed.output!r}.")
    lab.true("commands.broken" in listed.output, f"The broken plugin was not named: {listed.output!r}.")
    for args, status, text in ((["shout", "good", "day"], 0, "GOOD DAY\n"), (["count", "a", "b", "c"], 3, "3\n"), (["count"], 0, "0\n")):
        outcome = lab.calls(running.run, "commands", args)
        lab.true(outcome.value == status and outcome.output.endswith(text), f"run('commands', {args!r}) gave "
                 f"{outcome.error or outcome.value!r} and printed {outcome.output!r}.")
    lab.equal(lab.calls(running.run, "commands", ["walk"]).value, 2, call="run('commands', ['walk'])")


@lab.check("Step 6: it can be started in both ways")
def starts():
    result = lab.run(args=["count", "a", "b"])
    lab.equal((result.stdout, result.exit_code), ("2\n", 2), call="Output and status of python main.py count a b")
    lab.true("commands.broken" in result.stderr, f"Standard error does not name the broken plugin: {result.stderr!r}.")
    result = lab.run(args=["walk"])
    lab.equal((result.stdout, result.exit_code), ("", 2), call="Output and status of python main.py walk")
    lab.true(result.stderr.count("\n") > 1, f"Standard error says nothing of the unknown command: {result.stderr!r}.")
    lab.load("toolbox.registry")
    sys.modules.pop("toolbox.__main__", None)
    sys.argv[:] = ["toolbox", "count", "a", "b", "c"]
    outcome = lab.calls(runpy.run_module, "toolbox", run_name="__main__", alter_sys=True)
    code = outcome.error.code if isinstance(outcome.error, SystemExit) else None
    lab.true(outcome.output.endswith("3\n"), f"python -m toolbox count a b c printed {outcome.output!r}.")
    lab.true(code == 3, f"python -m toolbox count a b c ended with {outcome.error or 'no exit status'!r}.", reply="status_lost")
