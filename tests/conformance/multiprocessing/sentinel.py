# multiprocessing.Process.sentinel: becomes ready, for connection.wait, when the process ends.
import multiprocessing as mp
from multiprocessing.connection import wait


def work(event):
    event.wait()


if __name__ == "__main__":
    mp.set_start_method("spawn")
    events = [mp.Event() for _ in range(2)]
    processes = [mp.Process(target=work, args=(event,)) for event in events]
    for process in processes:
        process.start()
    sentinels = [process.sentinel for process in processes]
    print(wait(sentinels, timeout=0.02))
    events[1].set()
    print(wait(sentinels) == [sentinels[1]], processes[1].join(), processes[1].exitcode)
    events[0].set()
    print(wait([sentinels[0]]) == [sentinels[0]])
    processes[0].join()
