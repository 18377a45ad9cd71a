"""Who says so: source, cue and content of what a report passes on."""

from secondsource.annotations.attributions.layer import (
    find_attributions,
    find_attributions_with,
    passages_to_read,
)

__all__ = ["find_attributions", "find_attributions_with", "passages_to_read"]
