# signal: Signals and Handlers are enums, strsignal describes, valid_signals lists.
import signal

print(signal.SIGINT, signal.SIGTERM.value, signal.SIGKILL.name, signal.Signals(15) is signal.SIGTERM)
print(signal.SIG_DFL == 0, signal.SIG_IGN == 1, signal.Handlers(1).name)
print(isinstance(signal.strsignal(signal.SIGINT), str), signal.SIGALRM in signal.valid_signals())
print([int(it) for it in (signal.SIGHUP, signal.SIGQUIT, signal.SIGUSR1, signal.SIGUSR2, signal.SIGPIPE, signal.SIGCHLD)])
for bad in (0, 1000):
    try:
        signal.signal(bad, signal.SIG_DFL)
    except ValueError:
        print("ValueError")
try:
    signal.signal(signal.SIGKILL, signal.SIG_IGN)
except OSError:
    print("OSError")
try:
    signal.signal(signal.SIGTERM, "handler")
except TypeError:
    print("TypeError")
