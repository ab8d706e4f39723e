# multiprocessing.Process.close: refused while the process runs; afterwards the object refuses everything.
import multiprocessing as mp


def work(event):
    event.wait()


if __name__ == "__main__":
    mp.set_start_method("spawn")
    event = mp.Event()
    process = mp.Process(target=work, args=(event,))
    process.start()
    try:
        process.close()
    except ValueError:
        print("ValueError: it runs")
    event.set()
    process.join()
    print(process.close())
    for call in (process.join, process.is_alive, lambda: process.exitcode):
        try:
            call()
        except ValueError:
            print("ValueError: it is closed")
