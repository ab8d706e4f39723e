print("right begins")
import left
print("right sees", sorted(n for n in vars(left) if not n.startswith("__")))

def both():
    return left.value + "R"
print("right ends")
