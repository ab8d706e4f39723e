from . import layout
from .layout import line
from .. import name
from ..prices import lamp

text = f"{name}, {line('lamp', lamp)}, {layout.__name__}"
