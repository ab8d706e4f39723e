import multiprocessing
from multiprocessing import shared_memory


def invert_part(name, start, stop):
    """Invert a part of a block; runs in a child."""
    block = shared_memory.SharedMemory(name=name)
    for index in range(start, stop):
        block.buf[index] = 255 - block.buf[index]
    block.close()


def invert(data, n):
    """Return the negative of an image, made by n processes."""
    size = len(data)
    block = shared_memory.SharedMemory(create=True, size=size)
    try:
        block.buf[:size] = data
        borders = [size * index // n for index in range(n + 1)]
        processes = [
            multiprocessing.Process(target=invert_part, args=(block.name, start, stop))
            for start, stop in zip(borders, borders[1:])
        ]
        for process in processes:
            process.start()
        for process in processes:
            process.join()
        return bytes(block.buf[:size])
    finally:
        block.close()
        block.unlink()


if __name__ == "__main__":
    print(list(invert(bytes([0, 1, 100, 255]), 2)))
