"""config.yaml: found, read strictly, checked against one declaration, and explained where it is wrong."""

from .load import Config, Counting, find, load
from .reference import reference

__all__ = ["Config", "Counting", "find", "load", "reference"]
