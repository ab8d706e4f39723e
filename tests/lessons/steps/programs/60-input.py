name = input("name? ")
print("hello", name)
try:
    input()
except EOFError:
    more = False
