# threading.excepthook: called with exc_type, exc_value, exc_traceback and thread; SystemExit is ignored by the default one.
import threading

found = []


def hook(args):
    found.append((args.exc_type.__name__, str(args.exc_value), args.exc_traceback is not None, args.thread.name))


threading.excepthook = hook


def broken():
    raise LookupError("nothing")


thread = threading.Thread(target=broken, name="one")
thread.start()
thread.join()
print(found)
threading.excepthook = threading.__excepthook__
print(threading.excepthook is threading.__excepthook__)
thread = threading.Thread(target=exit)
thread.start()
thread.join()
print("quiet")
