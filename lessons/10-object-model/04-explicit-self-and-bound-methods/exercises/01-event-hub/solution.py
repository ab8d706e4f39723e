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
        missing = object()
        self.callbacks = [it for it in self.callbacks if getattr(it, "__self__", missing) is not owner]


if __name__ == "__main__":
    hub = Hub()
    hub.subscribe("{} happened".format)
    print(hub.publish("rain"))
