__all__ = ["clean", "claen"]


def clean(text):
    return text.strip()
