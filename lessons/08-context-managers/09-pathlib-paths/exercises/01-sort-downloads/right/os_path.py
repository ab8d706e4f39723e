import os


def sort_downloads(folder):
    result = {}
    for name in sorted(os.listdir(folder)):
        source = os.path.join(folder, name)
        if os.path.isdir(source):
            continue
        kind = os.path.splitext(name)[1][1:].lower() or "none"
        os.makedirs(os.path.join(folder, kind), exist_ok=True)
        target = os.path.join(folder, kind, name)
        if os.path.exists(target):
            raise FileExistsError(target)
        os.replace(source, target)
        result.setdefault(kind, []).append(name)
    return result
