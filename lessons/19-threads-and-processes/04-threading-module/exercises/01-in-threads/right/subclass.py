import threading


class Call(threading.Thread):
    """A thread that keeps what came of its call."""

    def __init__(self, function, item):
        super().__init__()
        self.function, self.item = function, item
        self.value = self.error = None

    def run(self):
        try:
            self.value = self.function(self.item)
        except BaseException as error:
            self.error = error


def in_threads(function, items):
    calls = [Call(function, item) for item in items]
    for call in calls:
        call.start()
    for call in calls:
        call.join()
    for call in calls:
        if call.error:
            raise call.error
    return [call.value for call in calls]
