# An uncaught KeyboardInterrupt: finally clauses run, and the process ends by SIGINT.
import signal

try:
    signal.raise_signal(signal.SIGINT)
    while True:
        pass
finally:
    print("finally")
