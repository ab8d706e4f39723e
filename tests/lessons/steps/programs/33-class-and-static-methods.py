# One of the programs whose recording is compared: class and static methods.
class Tool:
    made = 0

    @classmethod
    def make(cls):
        cls.made += 1
        return cls()

    @staticmethod
    def twice(n):
        return 2 * n


t = Tool.make()
x = t.twice(4)
