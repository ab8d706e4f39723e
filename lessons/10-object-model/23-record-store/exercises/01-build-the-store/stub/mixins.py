class DictMixin:
    """Adds to_dict and from_dict. Asks of its host: all_fields()."""

    # TODO: step 3
