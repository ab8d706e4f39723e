from contextlib import suppress
from pathlib import Path


def remove_files(paths):
    removed = []
    for path in map(Path, paths):
        with suppress(FileNotFoundError):
            path.unlink()
            removed.append(path)
    return len(removed)
