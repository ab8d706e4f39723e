# One of the programs whose recording is compared: late binding lambda.
late = [lambda: n for n in range(2)]
early = [lambda n=n: n for n in range(2)]
a = late[0]()
b = early[0]()
