# multiprocessing.Queue: several producers and consumers in different processes lose and double nothing.
import multiprocessing as mp


def produce(q, base):
    for n in range(50):
        q.put(base * 100 + n)


def consume(q, results):
    mine = []
    while (item := q.get()) is not None:
        mine.append(item)
    results.put(mine)


if __name__ == "__main__":
    mp.set_start_method("spawn")
    q, results = mp.Queue(5), mp.Queue()
    producers = [mp.Process(target=produce, args=(q, base)) for base in range(2)]
    consumers = [mp.Process(target=consume, args=(q, results)) for _ in range(2)]
    for process in producers + consumers:
        process.start()
    for process in producers:
        process.join()
    for _ in consumers:
        q.put(None)
    taken = [results.get() for _ in consumers]
    for process in consumers:
        process.join()
    print(sorted(sum(taken, [])) == [base * 100 + n for base in range(2) for n in range(50)])
