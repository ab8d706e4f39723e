# multiprocessing.shared_memory.SharedMemory: a named block that processes attach to; unlink removes it.
import multiprocessing as mp
from multiprocessing.shared_memory import SharedMemory


def work(name, done):
    block = SharedMemory(name=name)
    print(bytes(block.buf[:5]), flush=True)
    block.buf[:5] = b"CHILD"
    block.close()
    done.set()


if __name__ == "__main__":
    mp.set_start_method("spawn")
    block = SharedMemory(create=True, size=100)
    block.buf[:5] = b"hello"
    done = mp.Event()
    process = mp.Process(target=work, args=(block.name, done))
    process.start()
    done.wait(60)
    process.join()
    print(bytes(block.buf[:5]), block.size >= 100)
    again = SharedMemory(name=block.name)
    again.buf[0] = ord("X")
    print(bytes(block.buf[:5]))
    again.close()
    name = block.name
    block.close()
    block.unlink()
    try:
        SharedMemory(name=name)
    except FileNotFoundError:
        print("FileNotFoundError")
    for bad in (0, -1):
        try:
            SharedMemory(create=True, size=bad)
        except ValueError:
            print("ValueError")
