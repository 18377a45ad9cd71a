"""How many: numbers with what they count and in which role."""

from secondsource.annotations.quantities.find import find_quantities

__all__ = ["find_quantities"]
