# expect: skipped
class Hub:
    """Passes events on to callables."""

    def __init__(self):
        self.callbacks = []

    def subscribe(self, callback):
        """Add a callable, once."""
        if callback not in self.callbacks:
            self.callbacks.append(callback)

    def unsubscribe(self, callback):
        """Remove a callable, if it is there."""
        self.callbacks = [other for other in self.callbacks if other != callback]

    def publish(self, *args):
        """Call all of them, and return what they returned."""
        return [callback(*args) for callback in self.callbacks]

    def drop(self, owner):
        """Remove all bound methods of one object."""
        for callback in self.callbacks:
            if hasattr(callback, "__self__") and callback.__self__ is owner:
                self.callbacks.remove(callback)


if __name__ == "__main__":
    hub = Hub()
    hub.subscribe("{} happened".format)
    print(hub.publish("rain"))
