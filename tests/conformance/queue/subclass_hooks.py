# queue.Queue: a subclass that overrides _init, _qsize, _put and _get decides which item comes next.
import queue


class UniqueQueue(queue.Queue):
    def _init(self, maxsize):
        self.items = {}

    def _qsize(self):
        return len(self.items)

    def _put(self, item):
        self.items[item] = None

    def _get(self):
        return self.items.popitem()[0]


q = UniqueQueue(3)
for item in "abab":
    q.put(item)
print(q.qsize(), q.get(), q.get(), q.empty())
