# multiprocessing.Condition: wait in one process, notify in another; wait_for with a predicate over shared memory.
import multiprocessing as mp


def work(condition, value, results):
    with condition:
        results.put("waiting")
        results.put(condition.wait_for(lambda: value.value >= 3, 60))
    with condition:
        results.put(condition.wait(60))


if __name__ == "__main__":
    mp.set_start_method("spawn")
    condition, value, results = mp.Condition(), mp.Value("i", 0), mp.Queue()
    process = mp.Process(target=work, args=(condition, value, results))
    process.start()
    print(results.get())
    for n in range(3):
        with condition:
            value.value += 1
            condition.notify_all()
    print(results.get())
    while process.is_alive():
        with condition:
            condition.notify()
        process.join(0.01)
    print(results.get(), process.exitcode)
    with condition:
        print(condition.wait(0.02))
    try:
        condition.notify()
    except AssertionError:
        print("AssertionError")
