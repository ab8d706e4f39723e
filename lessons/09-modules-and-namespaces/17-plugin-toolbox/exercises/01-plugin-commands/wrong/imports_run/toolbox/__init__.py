from .registry import command
from .running import run
