import multiprocessing


class Call(multiprocessing.Process):
    def __init__(self, index, function, item, results):
        super().__init__()
        self.index, self.function, self.item, self.results = index, function, item, results

    def run(self):
        self.results.put((self.index, self.function(self.item)))


def in_processes(function, items):
    results = multiprocessing.SimpleQueue()
    calls = [Call(index, function, item, results) for index, item in enumerate(items)]
    for call in calls:
        call.start()
    values = sorted([results.get() for _ in calls], key=lambda pair: pair[0])
    for call in calls:
        call.join()
    return [value for _, value in values]
