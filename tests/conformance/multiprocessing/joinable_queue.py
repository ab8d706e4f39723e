# multiprocessing.JoinableQueue: join waits for task_done of each item, called in other processes.
import multiprocessing as mp


def work(q, done):
    while True:
        item = q.get()
        done.put(item * 10)
        q.task_done()


if __name__ == "__main__":
    mp.set_start_method("spawn")
    q, done = mp.JoinableQueue(), mp.Queue()
    process = mp.Process(target=work, args=(q, done), daemon=True)
    process.start()
    for n in range(5):
        q.put(n)
    q.join()
    print([done.get() for _ in range(5)])
    try:
        q.task_done()
    except ValueError:
        print("ValueError")
