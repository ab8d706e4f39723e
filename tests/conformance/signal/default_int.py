# signal.default_int_handler: SIGINT raises KeyboardInterrupt in the main thread.
import os
import signal

print(signal.getsignal(signal.SIGINT) is signal.default_int_handler)
try:
    os.kill(os.getpid(), signal.SIGINT)
    while True:
        pass
except KeyboardInterrupt:
    print("KeyboardInterrupt")
try:
    signal.raise_signal(signal.SIGINT)
    while True:
        pass
except KeyboardInterrupt:
    print("KeyboardInterrupt")
