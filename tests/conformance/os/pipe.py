# os.pipe: bytes written to one end are read from the other; the end comes when all writers are closed.
import os
import threading

reader, writer = os.pipe()
print(os.write(writer, b"hello"), os.read(reader, 3), os.read(reader, 100))
thread = threading.Timer(0.02, os.write, [writer, b"late"])
thread.start()
print(os.read(reader, 100))
thread.join()
copy = os.dup(writer)
os.close(writer)
os.write(copy, b"by the copy")
os.close(copy)
print(os.read(reader, 100), os.read(reader, 100))
os.close(reader)
try:
    os.read(reader, 1)
except OSError as error:
    print(error.errno)
