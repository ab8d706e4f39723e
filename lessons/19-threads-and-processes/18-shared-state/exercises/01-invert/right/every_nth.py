import multiprocessing
from contextlib import closing
from multiprocessing import shared_memory

NEGATIVE = bytes(range(255, -1, -1))


def invert_every(name, first, step, size):
    with closing(shared_memory.SharedMemory(name)) as block:
        block.buf[first:size:step] = bytes(block.buf[first:size:step]).translate(NEGATIVE)


def invert(data, n):
    block = shared_memory.SharedMemory(create=True, size=len(data))
    try:
        block.buf[:len(data)] = bytes(data)
        processes = []
        for first in range(n):
            args = (block.name, first, n, len(data))
            processes.append(multiprocessing.Process(target=invert_every, args=args))
            processes[-1].start()
        for process in processes:
            process.join()
        return bytes(block.buf[:len(data)])
    finally:
        block.close()
        block.unlink()
