from .layout import *
from .parsing import *
