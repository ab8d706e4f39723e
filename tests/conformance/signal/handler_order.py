# signal: a handler runs between two bytecodes of the main thread and may be interrupted by none of its own thread's code.
import signal

log = []


def outer(number, frame):
    log.append("outer begins")
    signal.raise_signal(signal.SIGUSR2)
    for _ in range(1000):
        pass
    log.append("outer ends")


def inner(number, frame):
    log.append("inner")


signal.signal(signal.SIGUSR1, outer)
signal.signal(signal.SIGUSR2, inner)
signal.raise_signal(signal.SIGUSR1)
print(sorted(log), log[0])
print(log.index("inner") < log.index("outer ends"))
