"""Checks for invert."""
import threading
from multiprocessing import shared_memory
import lab


class Watched(shared_memory.SharedMemory):
    """Shared memory that notes the names of the blocks which were created."""

    names = []

    def __init__(self, name=None, create=False, size=0, **how):
        super().__init__(name, create, size, **how)
        if create:
            Watched.names.append(self.name)


PLAIN = shared_memory.SharedMemory


def inverted(data, n):
    """Return the outcome of invert, and the names of the blocks that are left."""
    Watched.names = []
    shared_memory.SharedMemory = Watched
    try:
        function, outcomes = lab.load().invert, []
        work = threading.Thread(target=lambda: outcomes.append(lab.calls(function, data, n)), daemon=True)
        work.start()
        work.join(20)
    finally:
        shared_memory.SharedMemory = PLAIN
    lab.true(outcomes, f"invert of {len(data)} bytes with {n} processes had not ended after 20 seconds.")
    left = []
    for name in Watched.names:
        found = lab.calls(PLAIN, name)
        if found.error is None:
            left.append(name)
            found.value.close()
            found.value.unlink()
    return outcomes[0], left


def right(data, n):
    outcome, left = inverted(data, n)
    lab.true(outcome.error is None, f"invert raised {outcome.error!r}.")
    lab.true(len(outcome.value) <= len(data), f"From {len(data)} bytes came {len(outcome.value)}.", reply="too_long")
    lab.equal(outcome.value, bytes(255 - byte for byte in data), call=f"the negative of {len(data)} bytes, by {n} processes",
              reply="wrong_part")
    return left


@lab.check("the negative is right, however the bytes are shared out")
def negative():
    right(bytes([0, 1, 100, 255]), 2)
    right(bytes(range(10)), 3)
    right(b"\x00\x07", 3)


@lab.check("the work is done in shared memory")
def shared():
    right(bytes(range(20)), 2)
    lab.true(Watched.names, "No block of shared memory was created.", reply="not_shared")


@lab.check("the block is released in the end")
def released():
    left = right(bytes(range(20)), 2)
    lab.true(not left, f"The block {left} is still there.", reply="not_released")


@lab.check("the block is released when something fails, too")
def released_after_failure():
    outcome, left = inverted([0, 1, 300], 1)
    lab.true(outcome.error is not None, f"300 is no byte, but invert([0, 1, 300], 1) gave {outcome.value!r}.")
    lab.true(not left, f"invert raised {outcome.error!r}, and the block {left} is still there.", reply="not_released")
