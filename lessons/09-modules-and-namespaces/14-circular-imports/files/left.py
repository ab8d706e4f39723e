print("left begins")
import right
value = "L"
print("left ends")
