# expect: not_removed
import os


def remove_files(paths):
    return sum(os.path.exists(path) for path in paths)
