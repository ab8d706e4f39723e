# multiprocessing.Pool: an exception in a task is raised by get in the parent and leaves the pool alive.
import multiprocessing as mp


class Odd(Exception):
    def __init__(self, number):
        super().__init__(number)
        self.number = number


def check(n):
    if n % 2:
        raise Odd(n)
    return n


if __name__ == "__main__":
    mp.set_start_method("spawn")
    with mp.Pool(2) as pool:
        try:
            pool.map(check, [0, 2, 5])
        except Odd as error:
            print(type(error).__name__, error.number, "check" in str(error.__cause__))
        print(pool.map(check, [0, 2]))
        try:
            pool.apply(lambda: 1)
        except Exception as error:
            print("not picklable", type(error).__name__ in ("PicklingError", "AttributeError"))
        try:
            pool.apply_async(check, (2,)).get(60)
            pool.join()
        except ValueError:
            print("join before close: ValueError")
