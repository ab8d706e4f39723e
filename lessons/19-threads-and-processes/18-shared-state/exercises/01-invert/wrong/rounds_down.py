# expect: wrong_part
import multiprocessing
from multiprocessing import shared_memory


def part(name, start, stop):
    block = shared_memory.SharedMemory(name=name)
    for index in range(start, stop):
        block.buf[index] = 255 - block.buf[index]
    block.close()


def invert(data, n):
    block = shared_memory.SharedMemory(create=True, size=len(data))
    try:
        block.buf[:len(data)] = data
        step = len(data) // n
        processes = [multiprocessing.Process(target=part, args=(block.name, step * i, step * (i + 1))) for i in range(n)]
        for process in processes:
            process.start()
        for process in processes:
            process.join()
        return bytes(block.buf[:len(data)])
    finally:
        block.close()
        block.unlink()
