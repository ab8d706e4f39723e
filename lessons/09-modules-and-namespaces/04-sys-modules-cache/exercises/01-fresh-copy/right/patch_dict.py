import sys
from importlib import import_module
from unittest.mock import patch


def fresh(name):
    with patch.dict(sys.modules):
        sys.modules.pop(name, None)
        return import_module(name)
