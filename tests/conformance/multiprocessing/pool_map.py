# multiprocessing.Pool: map keeps the order of its argument, with chunks; starmap unpacks tuples; apply calls once.
import multiprocessing as mp


def square(n):
    return n * n


if __name__ == "__main__":
    mp.set_start_method("spawn")
    with mp.Pool(2) as pool:
        print(pool.map(square, range(10)))
        print(pool.map(square, range(10), chunksize=3), pool.map(square, []))
        print(pool.starmap(pow, [(2, 3), (3, 2)]), pool.apply(divmod, (7, 2)))
    try:
        pool.map(square, [1])
    except ValueError:
        print("ValueError")
