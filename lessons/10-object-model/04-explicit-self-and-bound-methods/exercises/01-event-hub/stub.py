class Hub:
    """Passes events on to callables."""

    def __init__(self):
        self.callbacks = []

    # TODO: subscribe, unsubscribe, publish, drop


if __name__ == "__main__":
    hub = Hub()
    hub.subscribe("{} happened".format)
    print(hub.publish("rain"))
