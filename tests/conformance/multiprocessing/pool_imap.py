# multiprocessing.Pool: imap yields in order, imap_unordered as results come; both are lazy iterators; next takes a timeout.
import multiprocessing as mp


def square(n):
    return n * n


def wait_for(event):
    event.wait()
    return "waited"


if __name__ == "__main__":
    mp.set_start_method("spawn")
    with mp.Pool(2) as pool:
        print(list(pool.imap(square, range(6))), sorted(pool.imap_unordered(square, range(6), chunksize=2)))
        with mp.Manager() as manager:
            event = manager.Event()
            results = pool.imap(wait_for, [event])
            try:
                results.next(timeout=0.05)
            except mp.TimeoutError:
                print("TimeoutError")
            event.set()
            print(results.next(timeout=60))
        try:
            next(results)
        except StopIteration:
            print("StopIteration")
