# multiprocessing.active_children: the living children; calling it also joins those that have ended.
import multiprocessing as mp


def work(event):
    event.wait()


if __name__ == "__main__":
    mp.set_start_method("spawn")
    event = mp.Event()
    processes = [mp.Process(target=work, args=(event,), name=f"p{n}") for n in range(2)]
    print(mp.active_children())
    for process in processes:
        process.start()
    print(sorted(process.name for process in mp.active_children()), mp.current_process().name)
    event.set()
    for process in processes:
        process.join()
    print(mp.active_children(), [process.exitcode for process in processes])
