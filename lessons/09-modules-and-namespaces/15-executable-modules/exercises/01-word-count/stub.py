import sys

name = sys.argv[1]
with open(name) as file:
    print(len(file.read().split()), name)
