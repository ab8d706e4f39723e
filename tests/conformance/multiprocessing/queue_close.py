# multiprocessing.Queue: close() forbids put, join_thread waits until all is written, cancel_join_thread does not.
import multiprocessing as mp

if __name__ == "__main__":
    q = mp.get_context("spawn").Queue()
    q.put("x")
    print(q.get())
    q.close()
    try:
        q.put(1)
    except ValueError:
        print("ValueError")
    print(q.join_thread())
    other = mp.get_context("spawn").Queue()
    try:
        other.join_thread()
    except AssertionError:
        print("AssertionError")
    other.cancel_join_thread()
