# One of the programs whose recording is compared: closures in a loop.
makers = []
for i in range(3):
    def get():
        return i
    makers.append(get)
values = [get() for get in makers]
