"""Measures over plain values, one file a family. None of them knows a set or the program."""
