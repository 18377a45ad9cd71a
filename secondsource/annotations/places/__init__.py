"""Places: the gazetteer, and the names of a report resolved to it."""

from secondsource.annotations.places.find import find_places
from secondsource.annotations.places.gazetteer import Gazetteer, cache_folder, open_gazetteer
from secondsource.annotations.places.geonames import import_geonames
from secondsource.annotations.places.naming import place_named

__all__ = [
    "Gazetteer",
    "cache_folder",
    "find_places",
    "import_geonames",
    "open_gazetteer",
    "place_named",
]
