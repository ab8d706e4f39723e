# multiprocessing.Process: a subclass overrides run(); its attributes travel by pickle.
import multiprocessing as mp


class Squarer(mp.Process):
    def __init__(self, numbers, queue):
        super().__init__(name="squarer")
        self.numbers, self.queue = numbers, queue

    def run(self):
        self.queue.put([n * n for n in self.numbers])
        self.numbers.append("changed")


if __name__ == "__main__":
    mp.set_start_method("spawn")
    queue = mp.SimpleQueue()
    process = Squarer([1, 2, 3], queue)
    process.start()
    print(queue.get())
    process.join()
    print(process.numbers, process.exitcode, process.name)
