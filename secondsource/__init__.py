"""Secondsource: a ledger of who says what about armed conflict, on what evidence."""
