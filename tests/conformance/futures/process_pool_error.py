# ProcessPoolExecutor: a call's exception comes back with a cause that shows its traceback; what cannot be pickled fails alone.
import multiprocessing as mp
from concurrent.futures import ProcessPoolExecutor


def fail(n):
    raise ValueError(n)


if __name__ == "__main__":
    with ProcessPoolExecutor(1, mp_context=mp.get_context("spawn")) as pool:
        error = pool.submit(fail, 3).exception()
        print(repr(error), "in fail" in str(error.__cause__))
        error = pool.submit(lambda: 1).exception()
        print(type(error).__name__ in ("PicklingError", "AttributeError"))
        print(pool.submit(abs, -5).result())
