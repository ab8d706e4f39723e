# subprocess: several threads may run children at once, each gets its own output.
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor


def run(n):
    return int(subprocess.check_output([sys.executable, "-c", f"print({n} * {n})"]))


with ThreadPoolExecutor(3) as pool:
    print(list(pool.map(run, range(4))))
