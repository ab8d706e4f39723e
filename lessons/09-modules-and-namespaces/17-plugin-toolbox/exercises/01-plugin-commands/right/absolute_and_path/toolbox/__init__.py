from toolbox.registry import command


def __getattr__(name):
    if name != "run":
        raise AttributeError(name)
    import toolbox.running

    globals()["run"] = toolbox.running.run
    return toolbox.running.run
