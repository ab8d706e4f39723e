# os.write to a pipe without a reader: BrokenPipeError, since Python ignores SIGPIPE.
import os

reader, writer = os.pipe()
os.close(reader)
try:
    os.write(writer, b"x")
except BrokenPipeError as error:
    print(error.errno)
