"""When: time expressions with TIMEX3 values and the same in EDTF."""

from secondsource.annotations.times.find import find_times

__all__ = ["find_times"]
