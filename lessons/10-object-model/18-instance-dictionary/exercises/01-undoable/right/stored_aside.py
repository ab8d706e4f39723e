from copy import deepcopy


class Undoable:
    def save(self):
        self.__dict__.pop("_undo_state", None)
        self.__dict__["_undo_state"] = deepcopy(self.__dict__)

    def back(self):
        saved = self.__dict__.get("_undo_state")
        if saved is None:
            raise RuntimeError("no state")
        object.__setattr__(self, "__dict__", deepcopy(saved))
        self.__dict__["_undo_state"] = saved
