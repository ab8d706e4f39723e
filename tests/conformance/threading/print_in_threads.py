# print in threads: each call's text arrives whole when written as one piece.
import sys
import threading


def work(name):
    for n in range(50):
        sys.stdout.write(f"{name}{n}\n")


import io

real, sys.stdout = sys.stdout, io.StringIO()
threads = [threading.Thread(target=work, args=(name,)) for name in "abcd"]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
text, sys.stdout = sys.stdout.getvalue(), real
lines = text.splitlines()
print(len(lines), len(set(lines)))
for name in "abcd":
    print(name, [line for line in lines if line[0] == name] == [f"{name}{n}" for n in range(50)])
