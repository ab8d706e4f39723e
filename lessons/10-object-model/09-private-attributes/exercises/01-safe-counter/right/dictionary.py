class Counter:
    def __init__(self):
        self.__state = {"steps": 0}

    def step(self):
        self.__state["steps"] += 1
        return self.__state["steps"]

    def show(self):
        return "{}: {}".format(self._label(), self.__state["steps"])

    def _label(self):
        return "count"
