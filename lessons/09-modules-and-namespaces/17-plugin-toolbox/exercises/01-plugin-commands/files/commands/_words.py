"""A helper, and no plugin."""
raise RuntimeError("nobody should import this")
