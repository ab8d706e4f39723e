"""Checks for follow."""
import subprocess
import sys
import threading
import time
import lab


def followed(program):
    """Return the outcome of follow for a Python program, its lines and when they came."""
    lines, times, outcomes = [], [], []
    function = lab.load().follow
    command = [sys.executable, "-u", "-c", program]

    def on_line(line):
        lines.append(line)
        times.append(time.monotonic())

    work = threading.Thread(target=lambda: outcomes.append(lab.calls(function, command, on_line)), daemon=True)
    work.start()
    work.join(20)
    lab.true(outcomes, "follow had not ended after 20 seconds.")
    lab.true(all(isinstance(line, str) for line in lines) and not (len(lines) > 5 and max(map(len, lines)) <= 1),
             f"on_line was called with {lines[:5]}...", reply="letters")
    return outcomes[0], lines, times, command


@lab.check("on_line gets each line as text, without the line break")
def each_line():
    outcome, lines, _, _ = followed("print('one'); print('  two '); print(); print('end', end='')")
    lab.equal(lines, ["one", "  two ", "", "end"], call="the lines", reply="line_ends")
    lab.equal(outcome.value, 4, call="the number of lines")


@lab.check("lines are handed over while the program runs")
def as_they_come():
    _, lines, times, _ = followed("import time; print('one'); time.sleep(0.6); print('two'); time.sleep(0.6); print('three')")
    lab.equal(lines, ["one", "two", "three"], call="the lines")
    lab.true(times[2] - times[0] > 0.8, f"Three lines were printed over 1.2 seconds, but handed over within {times[2] - times[0]:.1f}.",
             reply="all_at_the_end")


@lab.check("standard error is handed over in the same way")
def errors():
    program = "import sys; print('one'); print('problem', file=sys.stderr); print('two')"
    outcome, lines, _, _ = followed(program)
    lab.equal(lines, ["one", "problem", "two"], call="the lines", reply="errors_missing")


@lab.check("a status that is not 0 is raised, after the last line")
def status():
    outcome, lines, _, command = followed("import sys; print('one'); sys.exit(3)")
    lab.equal(lines, ["one"], call="the lines")
    error = outcome.error
    lab.true(isinstance(error, subprocess.CalledProcessError), f"The program ended with status 3, and follow gave "
             f"{error or outcome.value!r}.", reply="status_lost")
    lab.equal((error.returncode, error.cmd), (3, command), call="status and command of the exception", reply="status_lost")
