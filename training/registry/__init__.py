"""The sources of the shipped actor registry, one module each."""
