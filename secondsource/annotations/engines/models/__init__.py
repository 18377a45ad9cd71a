"""Trained models, each with a manifest that pins its files."""
