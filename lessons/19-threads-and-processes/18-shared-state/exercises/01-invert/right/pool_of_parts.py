from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import shared_memory


@contextmanager
def new_block(size):
    block = shared_memory.SharedMemory(create=True, size=size)
    try:
        yield block
    finally:
        block.close()
        block.unlink()


def invert_part(name, start, stop):
    block = shared_memory.SharedMemory(name=name)
    block.buf[start:stop] = bytes(255 - byte for byte in block.buf[start:stop])
    block.close()


def invert(data, n):
    with new_block(len(data)) as block, ProcessPoolExecutor(n) as pool:
        block.buf[:len(data)] = bytes(data)
        step = -(-len(data) // n)
        starts = range(0, len(data), step)
        tasks = [pool.submit(invert_part, block.name, start, min(start + step, len(data))) for start in starts]
        for task in tasks:
            task.result()
        return bytes(block.buf[:len(data)])
