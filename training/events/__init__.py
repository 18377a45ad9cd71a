"""Training of the reader of events."""
