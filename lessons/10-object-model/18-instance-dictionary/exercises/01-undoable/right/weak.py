import copy
import weakref

SAVED = weakref.WeakKeyDictionary()


class Undoable:
    def save(self):
        SAVED[self] = copy.deepcopy(self.__dict__)

    def back(self):
        try:
            saved = SAVED[self]
        except KeyError:
            raise RuntimeError("call save() first") from None
        own = self.__dict__
        for name in list(own):
            del own[name]
        for name in saved:
            own[name] = copy.deepcopy(saved[name])
