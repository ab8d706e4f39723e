# import: threads that import the same module at once get one module object, executed once.
import sys
import threading

with open("slow_module.py", "w") as file:
    file.write("import time\nimport builtins\nbuiltins.times = getattr(builtins, 'times', 0) + 1\ntime.sleep(0.03)\nvalue = 42\n")
sys.path.insert(0, ".")
found = []
barrier = threading.Barrier(4)


def work():
    barrier.wait()
    import slow_module

    found.append((id(slow_module), slow_module.value))


threads = [threading.Thread(target=work) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
import builtins

print(len(set(found)), found[0][1], builtins.times)
