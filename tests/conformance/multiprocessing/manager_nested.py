# multiprocessing.Manager: proxies may contain proxies; changing a plain object inside one needs assigning it again.
import multiprocessing as mp

if __name__ == "__main__":
    mp.set_start_method("spawn")
    with mp.Manager() as manager:
        outer, inner = manager.list(), manager.list([1])
        outer.append(inner)
        outer.append([10])
        inner.append(2)
        outer[1].append(20)
        print(list(outer[0]), outer[1])
        plain = outer[1]
        plain.append(30)
        outer[1] = plain
        print(outer[1])
