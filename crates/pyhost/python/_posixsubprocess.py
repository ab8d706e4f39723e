"""Stands in for the module that starts processes: importable, and honest about what it lacks.

``subprocess`` and ``asyncio`` import it. Knows nothing of the kernel.
"""

import errno


def fork_exec(*args):
    """Raises OSError: this page cannot start further processes."""
    raise OSError(errno.ENOSYS, "this page cannot start further processes yet")
