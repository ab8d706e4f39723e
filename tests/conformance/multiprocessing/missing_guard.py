# multiprocessing, start method spawn: starting a process at the import of the main module is a RuntimeError in the child.
import multiprocessing as mp


def work():
    print("never printed")


mp.set_start_method("spawn", force=True)
process = mp.Process(target=work)
process.start()
process.join()
print("exit code of the child:", process.exitcode)
