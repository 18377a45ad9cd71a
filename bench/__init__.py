"""Scores what the program writes against the development sets, and guards pinned floors.

gold/      one adapter a set: reads it, asks the program, hands both to the scorers
scorers/   measures over plain values, one file a family
suite.py   the list of sets; floors.py the gate; throughput.py speed and memory
"""
