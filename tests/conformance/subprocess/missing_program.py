# subprocess: a program that does not exist is FileNotFoundError, one that may not be executed PermissionError.
import os
import subprocess

for name in ("no-such-program", "./missing.py", "/nowhere/program"):
    try:
        subprocess.run([name])
    except FileNotFoundError as error:
        print(error.errno, error.filename)
with open("plain.txt", "w") as file:
    file.write("text")
os.chmod("plain.txt", 0o644)
try:
    subprocess.run(["./plain.txt"])
except PermissionError as error:
    print(error.errno, error.filename)
try:
    subprocess.run(["true"], cwd="/no/such/folder")
except FileNotFoundError as error:
    print(error.errno, error.filename)
