# os: new descriptors are not inheritable; set_inheritable and dup(inheritable) change that.
import os

reader, writer = os.pipe()
print(os.get_inheritable(reader), os.get_inheritable(0))
os.set_inheritable(reader, True)
print(os.get_inheritable(reader), os.get_inheritable(os.dup(reader)))
print(os.get_inheritable(os.dup2(writer, 40)), os.get_inheritable(os.dup2(writer, 41, inheritable=False)))
