# signal.signal: returns the previous handler; the new one gets the number and a frame; raise_signal delivers at once.
import signal

calls = []


def handler(number, frame):
    calls.append((number == signal.SIGUSR1, frame is not None, signal.Signals(number).name))


print(signal.getsignal(signal.SIGUSR1) is signal.SIG_DFL)
print(signal.signal(signal.SIGUSR1, handler) is signal.SIG_DFL)
signal.raise_signal(signal.SIGUSR1)
print(calls, signal.getsignal(signal.SIGUSR1) is handler)
print(signal.signal(signal.SIGUSR1, signal.SIG_IGN) is handler)
signal.raise_signal(signal.SIGUSR1)
print(len(calls), signal.getsignal(signal.SIGUSR1) is signal.SIG_IGN)
