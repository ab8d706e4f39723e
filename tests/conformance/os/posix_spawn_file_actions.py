# os.posix_spawn: file_actions open, duplicate and close descriptors in the child.
import os
import sys

reader, writer = os.pipe()
actions = [
    (os.POSIX_SPAWN_OPEN, 0, "in.txt", os.O_RDONLY, 0),
    (os.POSIX_SPAWN_DUP2, writer, 1),
    (os.POSIX_SPAWN_CLOSE, writer),
]
with open("in.txt", "w") as file:
    file.write("given by open")
pid = os.posix_spawn(sys.executable, [sys.executable, "-c", "print(input())"], os.environ, file_actions=actions)
os.close(writer)
print(os.read(reader, 100), os.waitpid(pid, 0)[1], os.read(reader, 100))
