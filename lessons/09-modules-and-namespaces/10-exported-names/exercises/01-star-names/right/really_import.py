import sys
from unittest.mock import patch


def star_names(module):
    space = {}
    with patch.dict(sys.modules, {module.__name__: module}):
        exec(f"from {module.__name__} import *", space)
    del space["__builtins__"]
    return space
