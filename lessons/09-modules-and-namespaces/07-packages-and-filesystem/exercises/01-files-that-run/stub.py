from pathlib import Path


def files_that_run(root, name):
    """Return the files that an import of the name would run, in order."""
    # TODO
    return [name.replace(".", "/") + ".py"]


if __name__ == "__main__":
    for path in ("shop/__init__.py", "shop/tools/text.py"):
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).touch()
    print(files_that_run(".", "shop.tools.text"))
