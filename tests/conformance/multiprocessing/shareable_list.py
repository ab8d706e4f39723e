# multiprocessing.shared_memory.ShareableList: a list of fixed length whose items others can change.
import multiprocessing as mp
from multiprocessing.shared_memory import ShareableList


def work(name):
    items = ShareableList(name=name)
    items[0] += 1
    items[1] = "child"
    items.shm.close()


if __name__ == "__main__":
    mp.set_start_method("spawn")
    items = ShareableList([1, "parent", 2.5, None, True, b"bytes"])
    process = mp.Process(target=work, args=(items.shm.name,))
    process.start()
    process.join()
    print(list(items), len(items), items.index(2.5), items.count(None))
    for value in ("a text that is much longer than its place", ):
        try:
            items[1] = value
        except ValueError:
            print("ValueError")
    items.shm.close()
    items.shm.unlink()
