# multiprocessing: the main process's exit waits for children that are not daemons.
import multiprocessing as mp


def work(ready, event):
    ready.set()
    event.wait()
    print("the child ends", flush=True)


if __name__ == "__main__":
    import threading

    mp.set_start_method("spawn")
    ready, event = mp.Event(), mp.Event()
    mp.Process(target=work, args=(ready, event)).start()
    ready.wait()
    print("main ends", flush=True)
    threading.Timer(0.02, event.set).start()
