from toolbox import command


@command("shout")
def shout(*words):
    print(" ".join(words).upper())
