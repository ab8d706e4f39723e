import shutil
from collections import defaultdict
from pathlib import Path


def sort_downloads(folder):
    root = Path(folder)
    groups = defaultdict(list)
    for entry in list(root.glob("*")):
        if entry.is_file():
            groups[entry.suffix[1:].lower() or "none"].append(entry)
    for kind, entries in groups.items():
        (root / kind).mkdir(exist_ok=True)
        for entry in entries:
            if (root / kind / entry.name).exists():
                raise FileExistsError(entry.name)
            shutil.move(entry, root / kind)
    return {kind: sorted(entry.name for entry in entries) for kind, entries in groups.items()}
