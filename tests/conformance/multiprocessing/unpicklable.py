# multiprocessing, start method spawn: a target or an argument that cannot be pickled fails in the parent, at start.
import multiprocessing as mp
import threading


def work(thing):
    pass


if __name__ == "__main__":
    mp.set_start_method("spawn")
    for target, args in ((lambda: None, ()), (work, (threading.Lock(),)), (work, ((n for n in ()),))):
        process = mp.Process(target=target, args=args)
        try:
            process.start()
            print("started")
        except Exception as error:
            print("not started", type(error).__name__ in ("PicklingError", "AttributeError", "TypeError"))
    process = mp.Process(target=work, args=("fine",))
    process.start()
    process.join()
    print(process.exitcode)
