# sys.setswitchinterval: getswitchinterval returns what was set; zero and less are ValueErrors.
import sys

print(sys.getswitchinterval())
sys.setswitchinterval(0.25)
print(sys.getswitchinterval())
for bad in (0, -1):
    try:
        sys.setswitchinterval(bad)
    except ValueError:
        print("ValueError")
try:
    sys.setswitchinterval("fast")
except TypeError:
    print("TypeError")
