# multiprocessing.Manager: list, dict, Namespace and Value live in a server process; others use them by proxy.
import multiprocessing as mp


def work(items, table, space, value):
    items.append("child")
    items.reverse()
    table["child"] = [1, 2]
    space.x += 5
    value.value *= 2


if __name__ == "__main__":
    mp.set_start_method("spawn")
    with mp.Manager() as manager:
        items, table = manager.list([1, 2]), manager.dict(a=1)
        space, value = manager.Namespace(), manager.Value("i", 21)
        space.x = 10
        process = mp.Process(target=work, args=(items, table, space, value))
        process.start()
        process.join()
        print(list(items), sorted(table.items()), space.x, value.value)
        print(items[0], len(items), "child" in items, table.get("none", 0), items._getvalue())
        try:
            table["missing"]
        except KeyError:
            print("KeyError")
