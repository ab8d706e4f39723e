"""Replays debugging sessions: lists of pdb commands instead of a keyboard."""

import bdb
import contextlib
import io
import pdb


class Replay(pdb.Pdb):
    """A debugger that takes its commands from a list and keeps the transcript."""

    def __init__(self, commands):
        bdb.Breakpoint.clearBreakpoints()  # of an earlier session
        typed = io.StringIO("".join(f"{command}\n" for command in commands))
        super().__init__(stdin=typed, stdout=io.StringIO(), nosigint=True, readrc=False)

    def precmd(self, line):
        if not line.startswith("_pdbcmd"):  # what pdb tells itself
            self.stdout.write(f"{line}\n")
        return super().precmd(line)


def hunt(commands, program):
    """Debug a call of `program` from its first line on; return the transcript."""
    debugger = Replay(commands)
    with contextlib.redirect_stdout(io.StringIO()):
        debugger.runcall(program)
    return debugger.stdout.getvalue()


def post_mortem(commands, program):
    """Let `program` fail, then debug what it left; return the transcript."""
    debugger = Replay(commands)
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            program()
    except Exception as error:
        debugger.reset()
        debugger.interaction(None, error)
    return debugger.stdout.getvalue()
