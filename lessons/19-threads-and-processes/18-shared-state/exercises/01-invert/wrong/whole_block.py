# expect: too_long
import multiprocessing
from multiprocessing import shared_memory


def part(name, start, stop):
    block = shared_memory.SharedMemory(name=name)
    for index in range(start, stop):
        block.buf[index] = 255 - block.buf[index]
    block.close()


def invert(data, n):
    size = -(-len(data) // 4096) * 4096
    block = shared_memory.SharedMemory(create=True, size=size)
    try:
        block.buf[:len(data)] = data
        borders = [len(data) * i // n for i in range(n + 1)]
        processes = [multiprocessing.Process(target=part, args=(block.name, *pair)) for pair in zip(borders, borders[1:])]
        for process in processes:
            process.start()
        for process in processes:
            process.join()
        return bytes(block.buf)
    finally:
        block.close()
        block.unlink()
