# os.write to a pipe: blocks when it is full until a reader takes something; non-blocking it raises BlockingIOError.
import os
import threading

reader, writer = os.pipe()
os.set_blocking(writer, False)
total = 0
try:
    while True:
        total += os.write(writer, b"x" * 4096)
except BlockingIOError as error:
    print("full", total >= 4096, os.get_blocking(writer))
os.set_blocking(writer, True)
order = []
thread = threading.Thread(target=lambda: (os.write(writer, b"more"), order.append("written")))
thread.start()
thread.join(0.03)
order.append("still blocked")
left = total
while left:
    left -= len(os.read(reader, left))
thread.join()
print(order, os.read(reader, 10))
os.set_blocking(reader, False)
try:
    os.read(reader, 1)
except BlockingIOError:
    print("empty")
