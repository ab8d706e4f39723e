# expect: folder_first
from pathlib import Path


def files_that_run(root, name):
    """Return the files that an import of the name would run, in order."""
    root = Path(root)
    folder, files = root, []
    for part in name.split("."):
        if folder is None:
            raise ModuleNotFoundError(f"no module named {name!r}")
        package, module = folder / part / "__init__.py", folder / f"{part}.py"
        is_package = package.is_file() and not module.is_file()
        if is_package or module.is_file():
            files.append(package if is_package else module)
        elif not (folder / part).is_dir():
            raise ModuleNotFoundError(f"no module named {name!r}")
        folder = folder / part if is_package or not module.is_file() else None
    return [path.relative_to(root).as_posix() for path in files]


if __name__ == "__main__":
    for path in ("shop/__init__.py", "shop/tools/text.py"):
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).touch()
    print(files_that_run(".", "shop.tools.text"))
