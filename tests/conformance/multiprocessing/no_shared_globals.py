# multiprocessing, start method spawn: the child imports the main module anew; what either changes later the other does not see.
import multiprocessing as mp

value = "from the import"


def work(queue):
    global value
    queue.put((value, __name__, hasattr(mp.process.current_process(), "_config")))
    value = "changed by the child"


if __name__ == "__main__":
    mp.set_start_method("spawn")
    value = "changed by the parent"
    queue = mp.Queue()
    process = mp.Process(target=work, args=(queue,))
    process.start()
    print(queue.get())
    process.join()
    print(value)
