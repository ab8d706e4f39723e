from pathlib import Path


def sort_downloads(folder):
    """Move files into subfolders by suffix; return what went where."""
    # TODO


if __name__ == "__main__":
    downloads = Path("downloads")
    downloads.mkdir(exist_ok=True)
    for name in ("cat.jpg", "PHOTO.JPG", "data.tar.gz", ".profile", "README"):
        (downloads / name).touch()
    print(sort_downloads(downloads))
    print(sorted(str(path) for path in downloads.rglob("*")))
