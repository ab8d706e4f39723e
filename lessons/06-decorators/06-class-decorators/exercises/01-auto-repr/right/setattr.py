def auto_repr(cls):
    def text(self):
        public = {k: v for k, v in vars(self).items() if not k.startswith("_")}
        return "{}({})".format(type(self).__name__, ", ".join("%s=%r" % each for each in public.items()))

    if cls.__dict__.get("__repr__") is None:
        setattr(cls, "__repr__", text)
    return cls
