# One of the programs whose recording is compared: inheritance.
class Base:
    def name(self):
        return "base"


class Child(Base):
    def name(self):
        above = super().name()
        return "child of " + above


x = Child().name()
