# multiprocessing.Process.join: with a timeout it returns None early; exitcode is still None then.
import multiprocessing as mp


def work(event):
    event.wait()


if __name__ == "__main__":
    mp.set_start_method("spawn")
    event = mp.Event()
    process = mp.Process(target=work, args=(event,))
    try:
        process.join()
    except AssertionError:
        print("AssertionError")
    process.start()
    print(process.join(0.05), process.exitcode, process.is_alive())
    event.set()
    print(process.join(60), process.exitcode, process.is_alive())
