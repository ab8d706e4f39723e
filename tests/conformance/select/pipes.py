# select.select: works on pipes as on sockets; the closed writer makes the reader ready.
import os
import select

reader, writer = os.pipe()
print(select.select([reader], [writer], [], 0) == ([], [writer], []))
os.write(writer, b"x")
print(select.select([reader], [], [], 0) == ([reader], [], []), os.read(reader, 10))
os.close(writer)
print(select.select([reader], [], [], 0) == ([reader], [], []), os.read(reader, 10))
