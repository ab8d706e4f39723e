# multiprocessing.Value: += without its lock is read and write apart, so an update in between is lost.
import multiprocessing as mp


def work(value, has_read, may_write):
    old = value.value
    has_read.set()
    may_write.wait()
    value.value = old + 1


if __name__ == "__main__":
    mp.set_start_method("spawn")
    value, has_read, may_write = mp.Value("i", 0), mp.Event(), mp.Event()
    process = mp.Process(target=work, args=(value, has_read, may_write))
    process.start()
    has_read.wait()
    value.value += 10
    print(value.value)
    may_write.set()
    process.join()
    print(value.value)
