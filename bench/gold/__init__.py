"""One adapter a development set.

Each reads its set into frozen records (``read``) and scores a program on them (``figures``).
"""
