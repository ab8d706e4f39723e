from importlib.machinery import PathFinder
from pathlib import Path


def files_that_run(root, name):
    base = Path(root).resolve()
    where, files, done = [str(base)], [], ""
    for part in name.split("."):
        done = f"{done}.{part}" if done else part
        spec = PathFinder.find_spec(part, where) if where else None
        if spec is None:
            raise ModuleNotFoundError(done)
        if spec.origin:
            files.append(Path(spec.origin).relative_to(base).as_posix())
        where = list(spec.submodule_search_locations or [])
    return files
