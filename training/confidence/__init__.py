"""Fits how likely a claim is right, from what it looks like."""
