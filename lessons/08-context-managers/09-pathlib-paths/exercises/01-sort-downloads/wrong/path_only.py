# expect: strings_only
from pathlib import Path


def sort_downloads(folder):
    """Move files into subfolders by suffix; return what went where."""
    moved = {}
    files = sorted(path for path in folder.iterdir() if path.is_file())
    for path in files:
        kind = path.suffix.lower().removeprefix(".") or "none"
        target = path.parent / kind / path.name
        target.parent.mkdir(exist_ok=True)
        if target.exists():
            raise FileExistsError(f"{target} is there already")
        path.rename(target)
        moved.setdefault(kind, []).append(path.name)
    return moved


if __name__ == "__main__":
    downloads = Path("downloads")
    downloads.mkdir(exist_ok=True)
    for name in ("cat.jpg", "PHOTO.JPG", "data.tar.gz", ".profile", "README"):
        (downloads / name).touch()
    print(sort_downloads(downloads))
    print(sorted(str(path) for path in downloads.rglob("*")))
