# The usual small commands: echo, cat, true, false, pwd, sleep and ls do what they do anywhere.
import os
import subprocess

print(subprocess.run(["echo", "hello", "there"], capture_output=True, text=True).stdout)
print(subprocess.run(["cat"], input="through cat", capture_output=True, text=True).stdout)
print(subprocess.run(["true"]).returncode, subprocess.run(["false"]).returncode)
print(subprocess.run(["pwd"], capture_output=True, text=True).stdout.strip() == os.getcwd())
print(subprocess.run(["sleep", "0.01"]).returncode)
os.mkdir("folder")
for name in ("b.txt", "a.txt"):
    with open(f"folder/{name}", "w") as file:
        file.write(name)
print(subprocess.run(["ls", "folder"], capture_output=True, text=True).stdout.split())
print(subprocess.run(["cat", "folder/a.txt", "folder/b.txt"], capture_output=True, text=True).stdout)
print(subprocess.run(["ls", "absent"], capture_output=True, text=True).returncode != 0)
