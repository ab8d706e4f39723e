# multiprocessing: get_start_method, set_start_method once only, get_context, get_all_start_methods.
import multiprocessing as mp

if __name__ == "__main__":
    print("spawn" in mp.get_all_start_methods())
    mp.set_start_method("spawn")
    print(mp.get_start_method(), mp.get_context().get_start_method(), mp.get_context("spawn").get_start_method())
    try:
        mp.set_start_method("spawn")
    except RuntimeError:
        print("RuntimeError")
    mp.set_start_method("spawn", force=True)
    for bad in ("teleport",):
        try:
            mp.get_context(bad)
        except ValueError:
            print("ValueError")
    print(mp.get_context("spawn").Process.__name__, mp.cpu_count() >= 1)
