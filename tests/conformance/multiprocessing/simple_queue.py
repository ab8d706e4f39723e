# multiprocessing.SimpleQueue: put, get, empty, close; get blocks until another process has put something.
import multiprocessing as mp


def work(q, answers):
    answers.put(q.get() * 2)


if __name__ == "__main__":
    mp.set_start_method("spawn")
    q, answers = mp.SimpleQueue(), mp.SimpleQueue()
    print(q.empty())
    process = mp.Process(target=work, args=(q, answers))
    process.start()
    q.put(21)
    print(answers.get())
    process.join()
    q.put("left")
    print(q.empty(), q.get(), q.empty(), hasattr(q, "qsize"))
    q.close()
