# wait: returns sets done and not_done, at the first finished, the first exception, or when all are finished.
import threading
from concurrent.futures import ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION, ThreadPoolExecutor, wait

gate = threading.Event()


def fail():
    raise ValueError


with ThreadPoolExecutor(3) as pool:
    quick, slow = pool.submit(int), pool.submit(gate.wait)
    result = wait([quick, slow], return_when=FIRST_COMPLETED)
    print(result.done == {quick}, result.not_done == {slow})
    done, not_done = wait([quick, slow], timeout=0.03)
    print(len(done), len(not_done))
    failing = pool.submit(fail)
    done, not_done = wait([failing, slow], return_when=FIRST_EXCEPTION)
    print(failing in done, slow in not_done)
    gate.set()
    done, not_done = wait([quick, slow, failing], return_when=ALL_COMPLETED)
    print(len(done), len(not_done))
    print(wait([]).done)
    try:
        wait([slow], return_when="NEVER")
    except ValueError:
        print("ValueError")
