// Owns the Python programs that time threads and processes; each prints one number, in seconds.

/** One change of threads: two threads hand two locks back and forth. */
export const THREAD_SWITCH = `
import threading, time
here, there = threading.Lock(), threading.Lock()
here.acquire(); there.acquire()
ROUNDS = 2000
def other():
    for _ in range(ROUNDS):
        there.acquire()
        here.release()
thread = threading.Thread(target=other)
thread.start()
start = time.perf_counter()
for _ in range(ROUNDS):
    there.release()
    here.acquire()
print((time.perf_counter() - start) / ROUNDS / 2)
`;

/** There and back through two queues of multiprocessing: the mean of so many, after others that do not count. */
export const queueRoundTrip = (uncounted, counted) => `
import multiprocessing as mp, time
def echo(inbox, outbox):
    while (item := inbox.get()) is not None: outbox.put(item)
if __name__ == "__main__":
    to, back = mp.Queue(), mp.Queue()
    child = mp.Process(target=echo, args=(to, back)); child.start()
    def mean_of(count):
        start = time.perf_counter()
        for number in range(count): to.put(number); back.get()
        return (time.perf_counter() - start) / count
    mean_of(${uncounted})
    print(mean_of(${counted}))
    to.put(None); child.join()
`;

/** One of many tasks of a pool of four; the task itself computes for so long. */
export const poolTask = (seconds, tasks) => `
import multiprocessing as mp, time
def task(_):
    end = time.perf_counter() + ${seconds}
    while time.perf_counter() < end: pass
if __name__ == "__main__":
    with mp.Pool(4) as pool:
        pool.map(task, range(4), chunksize=1)
        start = time.perf_counter()
        pool.map(task, range(${tasks}), chunksize=1)
        print((time.perf_counter() - start) / ${tasks})
`;
