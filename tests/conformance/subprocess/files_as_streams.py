# subprocess: open files and descriptors serve as the child's standard streams.
import os
import subprocess
import sys

with open("in.txt", "w") as file:
    file.write("from a file")
with open("in.txt") as source, open("out.txt", "w") as target:
    subprocess.run([sys.executable, "-c", "print(input()[::-1])"], stdin=source, stdout=target)
print(open("out.txt").read())
reader, writer = os.pipe()
child = subprocess.Popen([sys.executable, "-c", "print('through a pipe')"], stdout=writer)
os.close(writer)
with open(reader) as file:
    print(file.read(), child.wait())
