# expect: same_process
from concurrent.futures import ThreadPoolExecutor


def in_processes(function, items):
    with ThreadPoolExecutor(8) as pool:
        return list(pool.map(function, items))
