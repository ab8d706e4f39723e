import multiprocessing
from multiprocessing import shared_memory


def invert(data, n):
    """Return the negative of an image, made by n processes."""
    return bytes(255 - byte for byte in data)  # TODO: in shared memory


if __name__ == "__main__":
    print(list(invert(bytes([0, 1, 100, 255]), 2)))
