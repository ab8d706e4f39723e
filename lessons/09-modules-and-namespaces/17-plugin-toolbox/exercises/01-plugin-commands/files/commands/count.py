from toolbox import command


@command("count")
def count(*words):
    print(len(words))
    return len(words)
