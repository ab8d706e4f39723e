# multiprocessing.Value: a number in shared memory; get_lock guards += ; typecodes decide the kind.
import multiprocessing as mp


def work(number, real, letter):
    for _ in range(50):
        with number.get_lock():
            number.value += 1
    real.value = 2.5
    letter.value = b"z"


if __name__ == "__main__":
    mp.set_start_method("spawn")
    number, real, letter = mp.Value("i", 10), mp.Value("d", 0.0), mp.Value("c", b"a")
    process = mp.Process(target=work, args=(number, real, letter))
    process.start()
    for _ in range(50):
        with number.get_lock():
            number.value += 1
    process.join()
    print(number.value, real.value, letter.value)
    try:
        number.value = "text"
    except TypeError:
        print("TypeError")
    raw = mp.Value("i", 3, lock=False)
    print(raw.value, hasattr(raw, "get_lock"))
