# subprocess: pass_fds keeps descriptors open in the child; others are closed there.
import os
import subprocess
import sys

reader, writer = os.pipe()
program = "import os, sys\ntry:\n    os.write(int(sys.argv[1]), b'from the child')\nexcept OSError as error:\n    print(error.errno)"
subprocess.run([sys.executable, "-c", program, str(writer)])
subprocess.run([sys.executable, "-c", program, str(writer)], pass_fds=[writer])
os.close(writer)
print(os.read(reader, 100), os.read(reader, 100))
