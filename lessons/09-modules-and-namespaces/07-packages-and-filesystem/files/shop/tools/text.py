print("running shop/tools/text.py")


def shout(words):
    return words.upper()
