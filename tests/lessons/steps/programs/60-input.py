# One of the programs whose recording is compared: input.
name = input("name? ")
print("hello", name)
try:
    input()
except EOFError:
    more = False
