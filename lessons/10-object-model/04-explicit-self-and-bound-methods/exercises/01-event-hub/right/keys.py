class Hub:
    def __init__(self):
        self._callbacks = {}

    def subscribe(self, callback):
        self._callbacks.setdefault(callback)

    def unsubscribe(self, callback):
        self._callbacks.pop(callback, None)

    def publish(self, *args):
        return [callback(*args) for callback in self._callbacks]

    def drop(self, owner):
        for callback in list(self._callbacks):
            if hasattr(callback, "__self__") and callback.__self__ is owner:
                del self._callbacks[callback]
