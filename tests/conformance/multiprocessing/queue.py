# multiprocessing.Queue: objects arrive as copies, in order from one producer; Empty and Full come from the module queue.
import multiprocessing as mp
import queue


def work(requests, results):
    for item in iter(requests.get, None):
        item.append("seen")
        results.put(item)


if __name__ == "__main__":
    mp.set_start_method("spawn")
    requests, results = mp.Queue(), mp.Queue()
    process = mp.Process(target=work, args=(requests, results))
    process.start()
    sent = [[n] for n in range(5)]
    for item in sent:
        requests.put(item)
    requests.put(None)
    print([results.get() for _ in range(5)], sent[0])
    process.join()
    for call in (results.get_nowait, lambda: results.get(timeout=0.02), lambda: results.get(block=False)):
        try:
            call()
        except queue.Empty:
            print("Empty")
    print(results.empty())
