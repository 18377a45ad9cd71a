"""Training of the reader of incidents."""
