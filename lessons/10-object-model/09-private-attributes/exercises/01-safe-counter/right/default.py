class Counter:
    __steps = 0

    def step(self):
        self.__steps += 1
        return self.__steps

    def show(self):
        return self._label() + ": " + str(self.__steps)

    def _label(self):
        return "count"
