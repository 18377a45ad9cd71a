"""Trains the weights by which triggers of events are compared across reports."""
