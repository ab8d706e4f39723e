# expect: hands_out_generators
def settings(config, prefix=""):
    items = config.items() if isinstance(config, dict) else enumerate(config)
    for key, value in items:
        if isinstance(value, (dict, list)):
            yield settings(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", value
