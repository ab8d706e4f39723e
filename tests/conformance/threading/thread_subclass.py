# threading.Thread: a subclass overrides run(); without Thread.__init__ start() is refused.
import threading


class Adder(threading.Thread):
    def __init__(self, a, b):
        super().__init__()
        self.a, self.b = a, b
        self.total = None

    def run(self):
        self.total = self.a + self.b


class Forgetful(threading.Thread):
    def __init__(self):
        pass


adders = [Adder(n, n) for n in range(5)]
for adder in adders:
    adder.start()
for adder in adders:
    adder.join()
print([adder.total for adder in adders])
try:
    Forgetful().start()
except RuntimeError as error:
    print(type(error).__name__)
