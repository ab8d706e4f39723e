import pickle


class Transaction:
    def __init__(self, target):
        self._target = target
        self._saved = ()

    def __enter__(self):
        self._saved = (pickle.dumps(self._target), self._saved)
        return self._target

    def __exit__(self, *failure):
        text, self._saved = self._saved
        if failure != (None, None, None):
            for key in list(self._target):
                del self._target[key]
            self._target |= pickle.loads(text)
        return False
