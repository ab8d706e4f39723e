# multiprocessing.Array: a sequence in shared memory, of a size or from a list; slices, iteration, and value for text.
import multiprocessing as mp


def work(numbers, text):
    for index in range(len(numbers)):
        numbers[index] *= -1
    text.value = b"child"


if __name__ == "__main__":
    mp.set_start_method("spawn")
    numbers, text = mp.Array("i", [1, 2, 3, 4]), mp.Array("c", 10)
    process = mp.Process(target=work, args=(numbers, text))
    process.start()
    process.join()
    print(numbers[:], list(numbers), len(numbers), text.value)
    numbers[1:3] = [7, 8]
    print(numbers[:], numbers[-1], mp.Array("d", 3)[:])
    try:
        numbers[10]
    except IndexError:
        print("IndexError")
    with numbers.get_lock():
        numbers[0] += 100
    print(numbers[0], mp.Array("i", 2, lock=False)[:])
