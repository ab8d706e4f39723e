# One of the programs whose recording is compared: init subclass.
class Base:
    children = []

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        Base.children.append(cls.__name__)


class A(Base):
    pass


n = len(Base.children)
