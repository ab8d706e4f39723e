import os


def remove_files(paths):
    count = 0
    for path in paths:
        try:
            os.unlink(path)
        except FileNotFoundError:
            pass
        else:
            count += 1
    return count
