# expect: keyword_only_lost
def usage(function):
    names = function.__code__.co_varnames[:function.__code__.co_argcount]
    defaults = function.__defaults__ or ()
    needed = len(names) - len(defaults)
    words = [function.__name__, *(name.upper() for name in names[:needed])]
    for name, default in zip(names[needed:], defaults):
        words.append(f"[{name.upper()}={default!r}]")
    return " ".join(words)
