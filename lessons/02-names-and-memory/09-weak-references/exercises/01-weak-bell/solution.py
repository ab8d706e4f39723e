import weakref


class Bell:
    """Calls its listeners, and keeps none of them alive."""

    def __init__(self):
        self._refs = []

    def add(self, listener):
        self._refs.append(weakref.ref(listener))

    def ring(self, text):
        for ref in self._refs:
            listener = ref()
            if listener is not None:
                listener.hear(text)
