"""Commands: each module is a plugin."""
