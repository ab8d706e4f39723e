# multiprocessing.Pool: apply_async and map_async give results with get, wait, ready, successful and callbacks.
import multiprocessing as mp


def double(n):
    return 2 * n


def fail(n):
    raise ValueError(n)


if __name__ == "__main__":
    mp.set_start_method("spawn")
    seen = []
    with mp.Pool(2) as pool:
        result = pool.apply_async(double, (5,), callback=seen.append)
        print(result.get(timeout=60), result.ready(), result.successful(), result.wait())
        failed = pool.apply_async(fail, (7,), error_callback=lambda error: seen.append(repr(error)))
        try:
            failed.get(60)
        except ValueError as error:
            print(error.args, failed.successful())
        print(pool.map_async(double, [1, 2, 3]).get(60), pool.starmap_async(pow, [(2, 2)]).get(60))
        pool.close()
        pool.join()
    print(seen)
